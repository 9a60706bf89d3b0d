//! How far a long run is.
//!
//! Entry point: [`Progress::tell`]. Invariant: a short run says nothing, a long one a word every two seconds.

use super::setting::Setting;
use super::terminal::tell;
use super::wording as w;
use crate::diag::Speech;
use crate::engine::Stage;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Says how far a run is.
pub(super) struct Progress<'a> {
    setting: &'a Setting,
    told: Mutex<Told>,
}

/// When the stage began, and when something was said of it last.
struct Told {
    stage: Option<Stage>,
    begin: Instant,
    last: Instant,
}

/// The shortest time between two words about a stage.
const PAUSE: Duration = Duration::from_secs(2);

impl<'a> Progress<'a> {
    pub(super) fn new(setting: &'a Setting) -> Self {
        let now = Instant::now();
        let told = Told {
            stage: None,
            begin: now,
            last: now,
        };
        Self {
            setting,
            told: Mutex::new(told),
        }
    }

    pub(super) fn tell(&self, stage: Stage, done: usize, all: usize) {
        let Ok(mut told) = self.told.lock() else { return };
        if told.stage != Some(stage) {
            *told = Told {
                stage: Some(stage),
                begin: Instant::now(),
                last: Instant::now(),
            };
        }
        if self.setting.quiet || done >= all || told.last.elapsed() < PAUSE {
            return;
        }
        told.last = Instant::now();
        let (done, left) = (done.max(1), all - done);
        let seconds = told.begin.elapsed().as_secs_f64() * left as f64 / done as f64;
        let values = [
            ("done", &*done.to_string()),
            ("all", &all.to_string()),
            ("left", &remaining(seconds, self.setting)),
        ];
        let words = match stage {
            Stage::Codes => w::CODES_READ,
            Stage::Glances => w::GLANCES_MADE,
            Stage::Pictures => w::PICTURES_MADE,
            Stage::Proofs => w::SIGNS_READ,
            Stage::Plates => w::SIGNS_DRAWN,
        };
        tell(self.setting, words, &values);
    }
}

/// A time for people, rounded up: `20 s`, `3 min`.
fn remaining(seconds: f64, setting: &Setting) -> String {
    let minute = match setting.speech {
        Speech::Vi => "phút",
        Speech::En => "min",
    };
    match seconds {
        ..90.0 => format!("{:.0} s", seconds.ceil().max(1.0)),
        _ => format!("{:.0} {minute}", (seconds / 60.0).ceil()),
    }
}
