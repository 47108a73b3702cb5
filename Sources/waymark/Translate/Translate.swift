import ArgumentParser

extension Waymark {
    /// `waymark translate`: a pack's texts and the files of translators.
    struct Translate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give texts to translators, and bring their files up to date.",
            subcommands: [TranslateExtract.self, TranslateMerge.self, TranslateStatus.self])
    }
}
