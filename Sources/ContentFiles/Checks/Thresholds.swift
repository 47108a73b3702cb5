/// The measures of the rules, by name. They are conventions of the field and can be argued about; a pack that needs
/// another one at a place says why with an allowance. Where there are two, the first is a warning and `most` an error.
struct Thresholds: Hashable, Sendable {
    /// Pages a screen may need (B01).
    var pages = 3
    /// The part of the limit, in percent, that a text may fill before it is translated: French, Portuguese and Spanish
    /// need up to 1.4 times as much as English (B02).
    var filled = 70
    /// Segments an SMS may have (B06).
    var segments = 1, mostSegments = 3
    /// Options on one page (M01).
    var options = 5, mostOptions = 7
    /// Words and characters of a label; signs in a script without spaces (M05).
    var labelWords = 4, labelCharacters = 20, labelSigns = 8
    /// Answers from the first screen to the first useful text (M07).
    var hops = 4, mostHops = 8
    /// Words of a sentence, and signs of one in a script without spaces (T01).
    var words = 12, mostWords = 20, signs = 30, mostSigns = 50
    /// Sentences above the options of a screen (T02).
    var sentences = 2
    /// Letters of a word (T04).
    var letters = 12
    /// Digits of an amount that is not grouped (T07).
    var digits = 4
    /// Digits that can be typed while a USSD network waits (I06).
    var typedDigits = 10
    /// Times that one question is asked, retries included (E03).
    var tries = 3
    /// Seconds that a USSD network waits for an answer, and the part of them, in percent, that a screen may take (S02):
    /// Africa's Talking waits 30.
    var answerSeconds = 30, busyPercent = 70
    /// Seconds that a USSD session lasts at most, and that one screen with its answer takes (S01): networks end a
    /// session after 120 to 180.
    var sessionSeconds = 180, screenSeconds = 20
    /// Words, or signs of a script without spaces, that a slow reader reads in a minute (S02).
    var wordsPerMinute = 120, signsPerMinute = 240
    /// The shortest and longest translation, in percent of what its language usually needs for the source (L04).
    var shortest = 50, longest = 160

    /// The measures of a profile.
    static func of(_ profile: Profile) -> Thresholds {
        var thresholds = Thresholds()
        switch profile {
        case .standard: break
        case .lowLiteracy: thresholds.tighten()
        case .internal: thresholds.loosen()
        }
        return thresholds
    }

    private mutating func tighten() {
        pages = 2
        filled = 60
        (options, mostOptions) = (4, 6)
        (labelWords, labelCharacters, labelSigns) = (3, 16, 6)
        (hops, mostHops) = (3, 6)
        (words, mostWords, signs, mostSigns) = (10, 15, 24, 36)
        letters = 10
    }

    private mutating func loosen() {
        pages = 5
        filled = 100
        (segments, mostSegments) = (3, 5)
        (options, mostOptions) = (9, 20)
        (labelWords, labelCharacters, labelSigns) = (6, 32, 14)
        (hops, mostHops) = (8, 15)
        (words, mostWords, signs, mostSigns) = (25, 40, 60, 100)
        sentences = 4
        letters = 16
    }
}
