// Follows the link to where the page is now.
(function () {
var go = document.querySelector('main a').href;
location.replace(location.hash ? go.split('#')[0] + location.hash : go);
})();
