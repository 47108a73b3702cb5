import ContentFiles
import Conversation
import Foundation
import Pictures

/// The pack that is shipped, and what can be drawn of it.
enum ChinaPack {
    static let pack: Pack? = {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let log = DiagnosticLog()
        let folder = root.appendingPathComponent("Flows/china").path
        return PackSource.read(folder: folder, log: log).flatMap { PackLoader.load($0, log: log) }
    }()

    /// What can be drawn, by a name for messages: each flow, all flows, every step; in both languages.
    static let graphs: [(name: String, graph: Graph)] = {
        guard let pack else { return [] }
        return pack.languages.indices.flatMap { language in
            pack.flowNames.compactMap { flow in
                Graph(flow: flow, of: pack, language: language).map { ("\(flow) \(language)", $0) }
            } + [
                ("flows \(language)", Graph(flowsOf: pack, language: language)),
                ("steps \(language)", Graph(everyStepOf: pack, language: language)),
            ]
        }
    }()
}
