import Conversation

/// How people come to the steps of a pack from outside.
struct Entrances {
    /// By the step's place, in a fixed order: the start, the words of commands, keywords, those not understood.
    private(set) var entries: [Int: [Node.Entry]] = [:]

    init(of pack: Pack) {
        add(.start, at: pack.start)
        for (command, place) in pack.destinations.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            add(.word(command.rawValue.uppercased()), at: place)
        }
        for (word, place) in pack.keywords.sorted(by: { $0.key < $1.key }) { add(.word(word.uppercased()), at: place) }
        if let place = pack.otherwise { add(.lost, at: place) }
    }

    /// The entrances of some steps together.
    func of(_ places: [Int]) -> [Node.Entry] {
        let all = places.flatMap { entries[$0] ?? [] }
        return all.filter { $0 == .start } + all.filter { $0 != .start }
    }

    private mutating func add(_ entry: Node.Entry, at place: Int) {
        if entries[place]?.contains(entry) != true { entries[place, default: []].append(entry) }
    }
}
