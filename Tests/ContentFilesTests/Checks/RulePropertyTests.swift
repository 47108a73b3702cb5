import ContentFiles
import TestSupport
import Testing

struct RulePropertyTests {
    private static let pieces = [
        "", " ", "\n", "：", "?", "${", "}", "${a}", "\u{200B}", "9", "٣", "’", "国", "1/2/2026", "((", ")", "12500 yuan",
        "e\u{301}", "- X -> end", "# lint: allow M01 x", "menu: ", "😀",
    ]

    @Test func `whatever is done to a pack, it is checked to the end and every finding has its place`() {
        var random = SplitMix64(seed: 20_261_126)
        for row in RuleCatalogueTests.cases {
            for _ in 0..<4 {
                let source = Self.mangled(row.fixture.source, &random)
                let log = DiagnosticLog()
                var settings = CheckSettings()
                settings.wantsInfo = true
                _ = PackCheck(settings).load(source, log: log)
                let lines = Dictionary(
                    source.files.map {
                        (
                            source.shown($0.path),
                            $0.content.split(separator: "\n", omittingEmptySubsequences: false).count
                        )
                    }
                ) { first, _ in first }
                for diagnostic in log.all {
                    let count = lines[diagnostic.position.file] ?? 0
                    #expect(diagnostic.position.line <= count + 1, "\(diagnostic)\n\(row.fixture.main)")
                    #expect(diagnostic.position.column >= 1)
                }
            }
        }
    }

    /// One file with a few pieces put in, taken out or doubled.
    private static func mangled(_ source: PackSource, _ random: inout SplitMix64) -> PackSource {
        let place = Int.random(in: source.files.indices, using: &random)
        let files = source.files.enumerated().map { index, file -> PackSource.File in
            guard index == place else { return file }
            var characters = Array(file.content)
            for _ in 0..<Int.random(in: 1...3, using: &random) where !characters.isEmpty {
                let start = Int.random(in: characters.indices, using: &random)
                let end = min(characters.count, start + Int.random(in: 0...6, using: &random))
                let piece = Array(pieces[Int.random(in: pieces.indices, using: &random)])
                switch Int.random(in: 0...2, using: &random) {
                case 0: characters.replaceSubrange(start..<end, with: piece)
                case 1: characters.insert(contentsOf: piece, at: start)
                default: characters.insert(contentsOf: characters[start..<end], at: end)
                }
            }
            return PackSource.File(path: file.path, content: String(characters))
        }
        return PackSource(folder: source.folder, files: files)
    }
}
