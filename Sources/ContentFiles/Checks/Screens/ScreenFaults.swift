import Conversation
import Telephony

/// What is wrong with the screens of a pack: every step, language and limit, laid out once for all rules about them.
struct ScreenFaults {
    /// A screen at fault.
    struct Fault {
        let step: CheckedStep
        let part: LongestScreen.Part
        let language: Int
        let limit: ScreenLimit
        /// What of it: the number of an option, or of pages.
        let number: Int
    }

    /// Options, by number, that fit no page together with the line that turns pages.
    private(set) var overflowing: [Fault] = []
    /// Screens of more than one page, with how many.
    private(set) var split: [Fault] = []
    /// Screens of more pages than the thresholds allow.
    var paged: [Fault] { split.filter { $0.number > mostPages } }
    /// Screens that would need fewer pages but for characters with a plain equivalent.
    private(set) var reencoded: [Fault] = []
    /// Options, by number, that share a page with another meaning of the same key.
    private(set) var shadowed: [Fault] = []

    private let pack: Pack
    private let layout: ScreenLayout
    private let mostPages: Int

    init(_ context: CheckContext) {
        pack = context.pack
        layout = ScreenLayout(context)
        mostPages = context.thresholds.pages
        let limits = context.limits
        for step in context.steps where step.step.verb.waits || step.step.verb.asks {
            for language in pack.languages.indices {
                for screen in layout.screens(of: step, language) {
                    for limit in limits { examine(screen, step, limit) }
                }
            }
        }
    }

    private mutating func examine(_ screen: LongestScreen, _ step: CheckedStep, _ limit: ScreenLimit) {
        func fault(_ number: Int) -> Fault {
            Fault(step: step, part: screen.part, language: screen.language, limit: limit, number: number)
        }
        let lines = screen.lines
        guard !limit.fits(([screen.text] + lines).joined(separator: "\n")) else { return }
        let navigation = layout.navigation(screen.language)
        if screen.part == .question {
            let footer = "\n" + navigation.more + " " + navigation.back
            for option in screen.options where !limit.fits(option.line + footer) {
                overflowing.append(fault(option.number))
            }
        }
        // A screen that no value bounds is told by another rule; a fault of its options was told just now.
        guard screen.text.utf8.count < Extent.most,
            let pages = try? Pages.split(text: screen.text, options: lines, limit: limit, navigation: navigation)
        else { return }
        guard pages.count > 1 else { return }
        split.append(fault(pages.count))
        if let other = plainPages(screen, limit, navigation), other < pages.count { reencoded.append(fault(other)) }
        if let number = shadowedOption(screen, pages, navigation) { shadowed.append(fault(number)) }
    }

    /// How many pages it would be with plain characters; nil when it has none to replace.
    private func plainPages(_ screen: LongestScreen, _ limit: ScreenLimit, _ navigation: Navigation) -> Int? {
        let whole = ([screen.text] + screen.lines).joined(separator: "\n")
        guard GSM7.septets(whole) == nil, GSM7.septets(GSM7.replacing(whole)) != nil else { return nil }
        let pages = try? Pages.split(
            text: GSM7.replacing(screen.text), options: screen.lines.map(GSM7.replacing), limit: limit,
            navigation: navigation)
        return pages?.count
    }

    /// The number of an option that stands on a page whose last line gives its key to "more".
    private func shadowedOption(_ screen: LongestScreen, _ pages: [String], _ navigation: Navigation) -> Int? {
        guard let option = screen.options.first(where: { String($0.number) == pack.keys.more }) else { return nil }
        let isShadowed = pages.dropLast().contains { page in
            page.split(separator: "\n").contains { $0 == option.line }
        }
        return isShadowed ? option.number : nil
    }

    /// Bytes of a screen beyond which it is not laid out.
    private enum Extent {
        static let most = 6_000
    }
}
