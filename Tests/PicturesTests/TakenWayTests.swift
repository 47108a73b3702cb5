import ContentFiles
import Conversation
import Foundation
import Pictures
import Testing

/// The ways that conversations take are those that pictures show.
struct TakenWayTests {
    @Test(arguments: ["china", "example-kenya"])
    func `every way that a talk takes is in the picture of every step`(_ name: String) throws {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appendingPathComponent("Flows/\(name)").path
        let log = DiagnosticLog()
        let source = try #require(PackSource.read(folder: folder, log: log))
        let pack = try #require(PackLoader.load(source, log: log))
        var taken: Set<String> = []
        for file in source.files where file.path.hasSuffix(".talk") {
            for talk in TalkFile.read(file.content, file: file.path, log: log) {
                taken.formUnion(TalkRun.play(talk, in: pack).walked.ways)
            }
        }
        let shown = Set(Graph(everyStepOf: pack, language: 0).ways.map(\.id))
        #expect(taken.subtracting(shown).sorted() == [])
        #expect(taken.count * 2 > shown.count, "\(taken.count) of \(shown.count)")
    }
}
