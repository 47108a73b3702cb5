import ArgumentParser

extension Waymark {
    /// `waymark translate`: a pack's texts and the files of translators.
    struct Translate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give texts to translators, and bring their files up to date.",
            subcommands: [TranslateExtract.self, TranslateMerge.self, TranslateStatus.self])
    }
}

/// The pack that a translation command is about.
struct TranslationOptions: ParsableArguments {
    @Option(help: "The pack: a name under Flows, or a folder.")
    var pack: String?

    @Option(help: "The folder of packs.")
    var flows = "Flows"
}
