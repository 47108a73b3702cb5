import Conversation
import Expressions

/// What the moves of a session are counted by, as its row says.
struct Counting: Hashable {
    /// The day it began, in days since 1970 on the clock of its pack.
    let day: Int64
    /// The hash of the revision it began with; empty for none.
    let revision: String
    /// The tag of the language it is in; empty while there is none.
    var language: String
}

/// A move from step to step as it is counted.
struct CountedPassage: Hashable {
    let counting: Counting
    /// The address of the step that was left; empty where a session began with it.
    let step: String
    let way: String
    /// The address of the step that was come to; empty where the session left for good.
    var target = ""
    /// How the session ended; empty while it goes on.
    var outcome = ""
}

extension Counting {
    /// What those of a session are counted by that begins with a turn.
    init?(beginning turn: Turn) {
        guard let day = turn.day else { return nil }
        self.init(
            day: Int64(day.daysSinceEpoch), revision: (turn.session?.revision ?? turn.revision)?.hash ?? "",
            language: turn.saidIn ?? "")
    }

    /// The same in the language of a tag.
    func said(in language: String?) -> Counting {
        var counting = self
        counting.language = language ?? ""
        return counting
    }
}

extension CountedPassage: Comparable {
    private typealias Words = (String, String, String, String, String, String)

    private var words: Words { (step, way, target, outcome, counting.revision, counting.language) }

    static func < (left: Self, right: Self) -> Bool {
        let (first, second) = (left.words, right.words)
        return first == second ? left.counting.day < right.counting.day : first < second
    }
}
