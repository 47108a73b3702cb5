/// How far a rule has come among several that are judged at once.
enum Standing: Hashable {
    /// It needs one of these facts to get on, the first in its own order first; `isHers` when she has said that it is about
    /// her.
    case open([String], isHers: Bool)
    /// It has come to its end.
    case over
    /// It is not about her.
    case foreign
}
