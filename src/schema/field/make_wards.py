"""Makes wards.tsv anew: runs of ward codes, and the province that all wards in a run belong to.

The facts come from the package vietnamadminunits (MIT licence), which follows Decision 19/2025/QD-TTg:

    pip install vietnamadminunits==1.0.4 && python3 make_wards.py > wards.tsv
"""

from vietnamadminunits.database import query

wards = query("SELECT wardCode, provinceCode FROM admin_units")
runs = []
for code, province in sorted((ward["wardCode"], ward["provinceCode"]) for ward in wards):
    if runs and runs[-1][2] == province:
        runs[-1][1] = code
    else:
        runs.append([code, code, province])
print("# first and last ward code\tprovince; made by make_wards.py")
for run in runs:
    print("\t".join(run))
