import Conversation
import Expressions

/// The conversation of the benchmarks, on the pure machine.
struct BenchConversation {
    private let machine: ConversationMachine

    /// - Parameter flows: How many flows the pack has.
    init(flows: Int) throws {
        machine = ConversationMachine(packs: ConversationMachine.Packs(current: try BenchPack.make(flows: flows).pack))
    }

    /// One conversation from the first dial to its end; returns its turns.
    func walk() throws -> Int {
        let channel = ChannelView(name: "bench", kind: .ussd)
        let now = Timestamp(milliseconds: 1_800_000_000_000)
        var bytes: [UInt8]?
        var turns = 0
        for (index, text) in ([""] + BenchPack.answers).enumerated() {
            let session = try bytes.map { try Session(decoding: $0) }
            let hop = Hop(dialogue: "ATUid_bench", begins: index == 0, input: .latest(text))
            let turn = machine.receive(.hop(hop), on: channel, Snapshot(session: session), at: now)
            guard turn.reply != nil else { throw WrongUse("the benchmark's conversation was not answered") }
            bytes = turn.session?.encoded()
            turns += 1
        }
        guard bytes == nil else { throw WrongUse("the benchmark's conversation did not end") }
        return turns
    }

    /// The size of the longest session of the walk.
    func sessionBytes() throws -> Int {
        var rehearsal = Rehearsal(machine: machine, now: Timestamp(milliseconds: 1_800_000_000_000))
        var sizes: [Int] = []
        _ = try rehearsal.dial("", from: "bench")
        for answer in BenchPack.answers {
            _ = try rehearsal.send(answer, by: .ussd, from: "bench")
            sizes.append(rehearsal.people["bench"]?.session?.encoded().count ?? 0)
        }
        return sizes.max() ?? 0
    }
}
