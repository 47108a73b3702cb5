import Conversation
import Evidence
import Expressions
import Gateway

/// The figures of a flow in the words of whoever reads them.
struct FlowNames {
    /// The widest bar of the chart.
    private static let widest = 200
    /// Letters of a step's name in the chart.
    private static let longestName = 22
    /// Letters of what a step says.
    private static let longestWords = 60

    private let flow: String
    private let pack: Pack
    private let texts: Texts
    private let language: ConsoleLanguage

    init(_ flow: String, _ pack: Pack, _ texts: Texts, _ language: ConsoleLanguage) {
        self.flow = flow
        self.pack = pack
        self.texts = texts
        self.language = language
    }

    /// The steps that are told of, in the order of the file; those that only other revisions have come last.
    func steps(_ figures: FlowFigures) -> [String] {
        let own = pack.steps.filter { $0.flow == flow }
        let known = Set(own.map(\.address))
        return own.filter { $0.isStation && figures.steps.contains($0.address) }.map(\.address)
            + figures.steps.filter { !known.contains($0) }
    }

    /// A line for each step: how many arrived, went on, and left in each way.
    func lines(_ figures: FlowFigures) -> [FlowEvidencePage.Line] {
        steps(figures).map { step in
            FlowEvidencePage.Line(
                name: name(step), words: words(step), arrived: shown(figures.arrived(step)),
                cells: [shown(figures.wentOn(step))] + figures.ends.map { shown(figures.left(step, by: $0)) })
        }
    }

    /// A line for each step: how many arrived in each language.
    func byLanguage(_ figures: FlowFigures) -> [FlowEvidencePage.Line] {
        steps(figures).map { step in
            FlowEvidencePage.Line(
                name: name(step), words: "", arrived: shown(figures.arrived(step)),
                cells: figures.languages.map { shown(figures.arrived(step, in: $0)) })
        }
    }

    /// A bar for each step, with the part that fell silent there where that is told.
    func bars(_ figures: FlowFigures) -> [FlowEvidencePage.Bar] {
        let steps = steps(figures)
        let greatest = max(steps.compactMap(figures.arrived).max() ?? 0, 1)
        return steps.enumerated().map { place, step in
            let arrived = figures.arrived(step) ?? 0
            let width = arrived * Self.widest / greatest
            let lost = min(arrived, figures.left(step, by: Outcome.expired.rawValue) ?? 0) * Self.widest / greatest
            return FlowEvidencePage.Bar(
                name: String(name(step).prefix(Self.longestName)), arrived: "\(arrived)", base: place * 22 + 15,
                top: place * 22 + 5, width: width, lostFrom: 150 + width - lost, lost: lost, end: 156 + width)
        }
    }

    /// The name of a way to leave a flow.
    func end(_ end: String) -> String {
        switch end {
        case FlowFigures.elsewhere: texts["toOtherFlow"]
        case FlowFigures.waiting: texts["waitsThere"]
        default: texts["outcome.\(end)"]
        }
    }

    private func name(_ step: String) -> String {
        String(step.drop { $0 != "#" }.dropFirst())
    }

    private func words(_ step: String) -> String {
        guard let place = pack.places[step], let words = pack.steps[place].words else { return "" }
        let text = words.version(pack.place(of: language.rawValue)).source.split(separator: "\n").first ?? ""
        return text.count > Self.longestWords ? text.prefix(Self.longestWords) + "…" : String(text)
    }

    private func shown(_ count: Int?) -> String { EvidenceNames.shown(count) }
}
