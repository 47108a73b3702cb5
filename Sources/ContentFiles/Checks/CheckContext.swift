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
    private(set) lazy var versions = texts.flatMap { $0.versions(of: pack) }
    /// What is known of the words of each language, by its place in the pack's list.
    private(set) lazy var tables = pack.languages.map { LanguageTable.of($0.tag) }
    /// Where `pack.yaml` begins.
    var packPosition: Position { reading.packFile.position }

    /// What is known of the words of a language, by its place in the pack's list; nil where nothing is.
    func table(of language: Int) -> LanguageTable? { tables[language] }

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
