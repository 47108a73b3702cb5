import Conversation

extension Counters {
    /// Counts what a turn flagged. The flows and kinds there are bound the labels: what is not in the pack has no name.
    func note(_ flags: [Flag], of pack: Pack) {
        for flag in flags {
            let flow = pack.places[flag.step] == nil ? "" : String(Step.flow(of: flag.step))
            add(.flowErrors, "pack=\"\(pack.id)\"", "flow=\"\(flow)\"", "kind=\"\(flag.kind.rawValue)\"")
        }
    }
}
