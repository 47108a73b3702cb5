import Conversation
import Entitlements
import Expressions

extension CheckRule {
    static let namedTopic = CheckRule(
        "named-topic", "P01", .error, summary: "whoever holds the phone reads what somebody asked about",
        reason: """
            A message that comes unasked lights up on the table, and whoever comes back is asked first whether to go on. \
            In both moments nobody knows who is reading: a husband, an employer, the next owner of the number. So the \
            first screen of a reminder, "Continue?", what is asked of a number before it is clear whose it is, and \
            notices to an old number hold no word that starts a flow, and no title of a rule or of such a flow.
            """
    ) { context in
        let topics = Topics(context)
        return context.shownToAnybody.compactMap { version in
            guard let match = topics.first(in: version) else { return nil }
            return Finding(
                "'\(match.term)' tells whoever holds the phone what it is about",
                at: version.position(at: match.offset),
                suggestion: "leave the topic out; it may follow after her first answer")
        }
    }
}

extension CheckContext {
    /// What is shown while nobody knows who reads it.
    fileprivate var shownToAnybody: [TextVersion] {
        let builtIn = texts.filter { if case .builtIn(let name) = $0.role { name.isForAnybody } else { false } }
        let reminders = Set(pack.steps.compactMap(\.verb.later)).sorted()
        let proofs = Set(pack.settings.identity.check.compactMap(pack.question)).sorted()
        return builtIn.flatMap { $0.versions(of: pack) } + reminders.flatMap(shownFirst)
            + proofs.flatMap { versionsOfSteps[$0] }
    }

    /// The first screens that a way from a step can come to, without those of flows that it calls: these, such as the
    /// question for consent, are the same for all.
    fileprivate func ownScreens(from place: Int) -> Set<Int> {
        var (seen, screens, open) = (Set<Int>(), Set<Int>(), [place])
        while let place = open.popLast() {
            guard seen.insert(place).inserted else { continue }
            switch pack.steps[place].verb {
            case .call(let call): open += [call.go].compactMap(\.place)
            case let verb where verb.shows: screens.insert(place)
            case let verb: open += verb.ways.compactMap(\.place)
            }
        }
        return screens
    }

    /// Where words lead that name a topic: not those that only greet, choose a language or lead to the main menu.
    fileprivate var topicPlaces: [String: Int] {
        let begun = ownScreens(from: pack.start)
        let general = Set(pack.destinations.values)
        return pack.keywords.filter { word, place in
            !word.allSatisfy(\.isNumber) && !general.contains(place) && !ownScreens(from: place).isSubset(of: begun)
        }
    }
}

/// The words that name what somebody asks about.
private struct Topics {
    /// In each language, by its place in the pack's list.
    private let words: [WordList]

    init(_ context: CheckContext) {
        let pack = context.pack
        let keywords = context.topicPlaces
        let flows = Set(keywords.values.map { pack.steps[$0].flow })
        words = pack.languages.indices.map { language in
            let titles = flows.compactMap { pack.flowTitles[$0]?.version(language).literal?.lowercased() }
            let rules = pack.rules.rules.values.compactMap { $0.title.version(language).literal?.lowercased() }
            return WordList(Array(Set(keywords.keys + titles + rules)))
        }
    }

    /// The first that a text holds.
    func first(in version: TextVersion) -> WordList.Match? {
        words[version.language].matches(in: version.wording).first
    }
}

extension BuiltInTexts.Name {
    /// Whether it is shown before it is clear who is there, or to a number that somebody has left.
    fileprivate var isForAnybody: Bool {
        switch self {
        case .resume, .tooMany, .stopped, .started, .goodbye, .gateKnown, .gateCheck, .gateAgain, .gatePin, .gateLocked,
            .claimNotice, .claimQuestion, .claimObjected, .claimApproved, .claimRefused, .who, .whoMessage, .whoPerson,
            .whoNew:
            true
        case .more, .back, .retryMenu, .retryAnswer, .help, .apology, .language, .confirm, .which, .noneOfThese,
            .enough, .askMore, .wait, .sample, .seriesRest, .blocked, .monday, .tuesday, .wednesday, .thursday, .friday,
            .saturday, .sunday, .everyDay, .wholeDay:
            false
        }
    }
}
