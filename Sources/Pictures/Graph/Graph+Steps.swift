package import Conversation

extension Graph {
    /// The steps of one flow; other flows it leads to are doors.
    ///
    /// - Parameter language: The texts' language, by its place in the pack's list.
    /// - Returns: nil when the pack has no such flow.
    package init?(flow: String, of pack: Pack, language: Int) {
        let places = pack.steps.indices.filter { pack.steps[$0].flow == flow }
        guard !places.isEmpty else { return nil }
        self.init(title: pack.titles(in: language)[flow] ?? flow, steps: places, of: pack, language)
    }

    /// Every step of a pack, the flow it starts with first.
    package init(everyStepOf pack: Pack, language: Int) {
        let places = pack.flowNames.flatMap { flow in pack.steps.indices.filter { pack.steps[$0].flow == flow } }
        self.init(title: pack.title, steps: places, of: pack, language)
    }

    private init(title: String, steps places: [Int], of pack: Pack, _ language: Int) {
        let entrances = Entrances(of: pack)
        let shown = Set(places)
        var doors: [Int] = []
        var ways: [Way] = []
        for place in places {
            for lead in pack.steps[place].leads(in: language) {
                if case .step(let next) = lead.go, !shown.contains(next), !doors.contains(next) { doors.append(next) }
                ways.append(Way(lead, from: pack.steps[place].address, in: pack))
            }
        }
        let nodes = places.map { Node(pack.steps[$0], entrances.entries[$0] ?? [], language) }
        self.init(
            title: title, nodes: nodes + doors.map { Node(door: $0, in: pack) }, ways: ways,
            titles: pack.titles(in: language))
    }
}

extension Pack {
    /// The names of all flows: the one anyone starts with, then the others in their order.
    package var flowNames: [String] {
        var seen: Set<String> = []
        return ([steps[start].flow] + steps.map(\.flow)).filter { seen.insert($0).inserted }
    }

    /// What a place outside a picture is called: a flow's name when it is the flow's first step.
    fileprivate func doorName(_ place: Int) -> String {
        let step = steps[place]
        let isFirst = steps.firstIndex { $0.flow == step.flow } == place
        return isFirst ? step.flow : step.address
    }
}

extension Node {
    fileprivate init(_ step: Step, _ entries: [Entry], _ language: Int) {
        self.init(
            id: step.address, flow: step.flow, name: step.name, tag: step.tag, text: step.words(in: language),
            entries: entries, marks: step.marks)
    }

    fileprivate init(door place: Int, in pack: Pack) {
        let step = pack.steps[place]
        self.init(id: step.address, flow: step.flow, name: pack.doorName(place), tag: .flow, isDoor: true)
    }
}

extension Way {
    fileprivate init(_ lead: Lead, from address: String, in pack: Pack) {
        let to: Destination =
            switch lead.go {
            case .step(let place): .node(pack.steps[place].address)
            case .back: .back
            case .home: .home
            case .end: .end
            }
        self.init(
            id: address + ":" + lead.key, from: address, to: to, kind: lead.kind, label: lead.label,
            condition: lead.condition)
    }
}
