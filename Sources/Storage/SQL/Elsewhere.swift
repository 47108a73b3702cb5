/// What others wrote in a database since a connection asked for it last.
struct Elsewhere {
    /// A number that stays the same as long as others wrote about nobody but `people`: what was remembered of everybody else
    /// with that number is still true.
    let version: Int64
    /// Whom others wrote about.
    var people: [Int64] = []
}
