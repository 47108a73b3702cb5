import Conversation
import Expressions
import Telephony

/// Everything the rules look at: a pack, where its parts stand, and what the check was told. What several rules need is
/// made once, when the first of them asks.
final class CheckContext {
    /// The pack with its sources.
    let reading: PackReading
    /// The pack's talks, each with the file it stands in.
    let talks: [(file: String, talk: Talk)]
    /// What the check was told.
    let settings: CheckSettings
    /// How strict it is.
    let profile: Profile

    init(
        _ reading: PackReading, talks: [(file: String, talk: Talk)], settings: CheckSettings, profile: Profile
    ) {
        self.reading = reading
        self.talks = talks
        self.settings = settings
        self.profile = profile
    }

    /// The compiled pack.
    var pack: Pack { reading.pack }
    /// The measures of the profile.
    private(set) lazy var thresholds = Thresholds.of(profile)
    /// Every step with its place in the sources, in the order of the pack's steps.
    private(set) lazy var steps = pack.steps.indices.map { place in
        CheckedStep(place: place, step: pack.steps[place], draft: reading.drafts[place])
    }
    /// Every text of the pack that people or staff read, flow by flow, then the built-in ones.
    private(set) lazy var texts = PackText.all(of: reading)
    /// The texts of each step, by its place.
    private(set) lazy var textsOfSteps: [[PackText]] = {
        var texts = Array(repeating: [PackText](), count: pack.steps.count)
        for text in self.texts { if let step = text.step { texts[step].append(text) } }
        return texts
    }()
    /// Each version of each text that a language really has, once; a translation that is missing is not a version.
    private(set) lazy var versions = texts.concurrentMap { [pack] in $0.versions(of: pack) }.flatMap(\.self)
    /// The versions of the texts of each step, by its place.
    private(set) lazy var versionsOfSteps: [[TextVersion]] = {
        var versions = Array(repeating: [TextVersion](), count: pack.steps.count)
        for version in self.versions { if let step = version.text.step { versions[step].append(version) } }
        return versions
    }()
    /// The wording of each step's main text in the pack's own language, by its place.
    private(set) lazy var sourceWordings = versionsOfSteps.map { versions in
        versions.first { $0.isSource && $0.text.role.isMain }?.wording
    }
    /// Every menu of the pack.
    private(set) lazy var menus = steps.compactMap { CheckedMenu($0, sourceWordings[$0.place]) }
    /// The menus that tell something and ask nothing, by the step's place.
    private(set) lazy var informations = Set(menus.filter { $0.kind == .information }.map(\.step.place))
    /// Where private values can be.
    private(set) lazy var privateNames = PrivateNames(pack)
    /// Which step can come after which.
    private(set) lazy var graph = StepGraph(pack)
    /// What is known of the words of each language, by its place in the pack's list.
    private(set) lazy var tables = pack.languages.map { LanguageTable.of($0.tag) }
    /// What the talks walk.
    private(set) lazy var walked = talks.map(\.talk).concurrentMap { [pack] in TalkRun.play($0, in: pack).walked }
        .reduce(into: TalkReport.Walked()) { $0.formUnion($1) }
    /// The texts that a character or two keep out of the GSM alphabet.
    private(set) lazy var costlyTexts = versions.compactMap(CostlyText.init)
    /// What is wrong with the screens, laid out at their longest.
    private(set) lazy var screenFaults = ScreenFaults(self)
    /// Every outcome of every step that checks a rule.
    private(set) lazy var results = CheckedResult.all(of: self)
    /// The results that each step can find, by its place.
    private(set) lazy var resultsAtSteps: [Set<KnownResult>] = {
        var results = Array(repeating: Set<KnownResult>(), count: pack.steps.count)
        for result in self.results {
            for visit in result.walk().visits where visit.names[result.name] != nil {
                results[visit.place].insert(result.known)
            }
        }
        return results
    }()
    /// The longest values of a flow's names, by language, for a flow and what is known of a result in it.
    private var extremes: [ExtremesKey: [Extremes]] = [:]

    private struct ExtremesKey: Hashable {
        let flow: String
        let result: KnownResult?
    }
    /// Where `pack.yaml` begins.
    var packPosition: Position { reading.packFile.position }

    /// What is known of the words of a language, by its place in the pack's list; nil where nothing is.
    func table(of language: Int) -> LanguageTable? { tables[language] }

    /// The longest values of the names of a flow, in a language.
    func extremes(of flow: String, _ language: Int, with result: KnownResult? = nil) -> Extremes {
        let key = ExtremesKey(flow: flow, result: result)
        if let known = extremes[key] { return known[language] }
        let made = pack.languages.enumerated().map { place, language in
            reading.names.extremes(of: flow, place, tag: language.tag, with: result)
        }
        extremes[key] = made
        return made[language]
    }

    /// The value in `pack.yaml` under a path of keys: `entry("session", "resume")`; nil where the pack does not say.
    func entry(_ keys: String...) -> YAML? {
        guard let first = keys.first, var value = reading.packFile[first] else { return nil }
        for key in keys.dropFirst() {
            guard let next = value[key] else { return nil }
            value = next
        }
        return value
    }

    /// Where an entry of `pack.yaml` stands, or the file's beginning where it is not written.
    func position(_ keys: String...) -> Position {
        var position = packPosition
        var entries = reading.packFile.entries[...]
        for key in keys {
            guard let entry = entries.first(where: { $0.key == key }) else { break }
            position = entry.keyPosition
            entries = (entry.value.entries ?? [])[...]
        }
        return position
    }
}

/// A step with its place in the sources.
struct CheckedStep {
    /// Its place in the pack's steps.
    let place: Int
    /// The compiled step.
    let step: Step
    /// The step as it was written.
    let draft: StepDraft

    /// Where the step's name stands.
    var position: Position { draft.position }

    /// What was written under a path of keys: `value("answer", "example")`.
    func value(_ keys: String...) -> YAML? {
        keys.reduce(draft.value as YAML?) { value, key in value?[key] }
    }

    /// Where a key of the step stands, for a finding about what it says; the step's own place where it is not written.
    func position(_ keys: String...) -> Position {
        var position = draft.position
        var value: YAML? = draft.value
        for key in keys {
            guard let entry = value?.entries?.first(where: { $0.key == key }) else { break }
            position = entry.keyPosition
            value = entry.value
        }
        return position
    }
}
