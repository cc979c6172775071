//! What a client is, in words, from what it calls itself: "Firefox on Linux". A guess for people to recognise their own
//! devices by; decides nothing.

use crate::phrase::Phrase;

/// What a browser says of itself, the more special first: most claim to be others too.
const BROWSERS: [(&str, &str); 18] = [
    ("Edg/", "Edge"),
    ("EdgA/", "Edge"),
    ("EdgiOS/", "Edge"),
    ("OPR/", "Opera"),
    ("OPT/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Vivaldi/", "Vivaldi"),
    ("YaBrowser/", "Yandex Browser"),
    ("DuckDuckGo/", "DuckDuckGo"),
    ("Ddg/", "DuckDuckGo"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("HeadlessChrome/", "Chrome"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("Epiphany/", "Epiphany"),
];

const SYSTEMS: [(&str, &str); 10] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Macintosh", "macOS"),
    ("Mac OS X", "macOS"),
    ("FreeBSD", "FreeBSD"),
    ("Linux", "Linux"),
    ("X11", "Linux"),
];

/// Browser and system.
#[must_use]
pub fn in_words(user_agent: &str) -> Phrase {
    let find = |table: &[(&str, &'static str)]| {
        table.iter().find(|(sign, _)| user_agent.contains(sign)).map(|(_, name)| *name)
    };
    // Every browser calls itself that, for reasons older than most of them; scripts do not.
    if !user_agent.starts_with("Mozilla/") {
        return Phrase::new("device-app");
    }
    match (find(&BROWSERS), find(&SYSTEMS)) {
        (Some(browser), Some(system)) => {
            Phrase::new("device-browser-on").with("browser", browser).with("system", system)
        }
        (Some(browser), None) => Phrase::verbatim(browser),
        (None, Some(system)) => Phrase::new("device-on").with("system", system),
        (None, None) => Phrase::new("device-browser"),
    }
}

#[cfg(test)]
mod tests {
    use super::in_words;
    use crate::languages::in_english;

    #[test]
    fn common_browsers_are_called_by_their_names() {
        let cases = [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox on Linux"),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 \
                 Safari/537.36 Edg/142.0.0.0",
                "Edge on Windows",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 \
                 Safari/605.1.15",
                "Safari on macOS",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 CriOS/142.0.0 Mobile/15E148 Safari/604.1",
                "Chrome on iPhone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile \
                 Safari/537.36",
                "Chrome on Android",
            ),
            ("Mozilla/5.0 (compatible)", "A browser"),
            ("curl/8.14.1", "An app or script"),
            ("okhttp/5.1.0 (Android)", "An app or script"),
            ("", "An app or script"),
        ];
        for (user_agent, words) in cases {
            assert_eq!(in_english(&in_words(user_agent)), words, "{user_agent}");
        }
    }
}
