import ArgumentParser
import ContentFiles
import Conversation
import Foundation
import Pictures

extension Waymark {
    /// `waymark graph`: flows as pictures.
    struct Graph: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Draw a flow, or the flows of a pack.",
            discussion: """
                Without a flow: the flows of the pack, each as one box. Prints Mermaid unless another form is asked for;
                --svg is drawn here and opens in any browser.
                """)

        @Argument(help: ArgumentHelp("The flow, for example wages/late.", valueName: "FLOW"))
        var flow: String?

        @OptionGroup var choice: PackChoice

        @ArgumentParser.Flag(help: "Every step of every flow.")
        var all = false

        @ArgumentParser.Flag(help: "The form.")
        var form = PictureForm.mermaid

        @ArgumentParser.Option(help: "The language of the texts.")
        var lang: String?

        @ArgumentParser.Option(help: ArgumentHelp("Where to write the picture.", valueName: "FILE"))
        var output: String?

        func run() throws {
            let pack = try choice.load()
            let picture = form.picture(
                of: try graph(of: pack, in: try pack.language(lang)), links: flow == nil ? .withinDocument : .none)
            guard let output else { return Terminal.output.write(picture) }
            do {
                try Data(picture.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
            } catch {
                throw WrongUse("the picture cannot be written to '\(output)': check the folder and its permissions")
            }
        }

        private func graph(of pack: Pack, in language: Int) throws -> Pictures.Graph {
            guard let flow else {
                return all
                    ? Pictures.Graph(everyStepOf: pack, language: language)
                    : Pictures.Graph(flowsOf: pack, language: language)
            }
            if let graph = Pictures.Graph(flow: flow, of: pack, language: language) { return graph }
            let near = nearest(to: flow, among: pack.flowNames).map { ": did you mean '\($0)'?" }
            throw WrongUse("the pack \(pack.id) has no flow '\(flow)'" + (near ?? ""))
        }
    }
}

/// What a picture is written in.
enum PictureForm: String, EnumerableFlag {
    case mermaid, dot, svg

    /// The picture as text.
    ///
    /// - Parameter links: What the signs in an SVG link to.
    func picture(of graph: Pictures.Graph, links: Links) -> String {
        switch self {
        case .mermaid: graph.mermaid
        case .dot: graph.dot
        case .svg: Drawing(graph).svg(links: links)
        }
    }
}
