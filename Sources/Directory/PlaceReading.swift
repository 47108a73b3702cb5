/// What was understood of a typed place.
package enum PlaceReading: Hashable, Sendable {
    /// Only this place can be meant.
    case one(Region)
    /// Two to five places can be meant, the likeliest first: ask which.
    case several([Region])
    /// No place was recognised.
    case none
}
