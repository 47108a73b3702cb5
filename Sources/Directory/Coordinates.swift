#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A point on the globe, kept so that distances between many points are quick to compare.
package struct Coordinates: Hashable, Sendable {
    /// The Earth's mean radius in kilometres (IUGG).
    private static let radius = 6_371.0088

    /// Degrees north, -90 to 90.
    package let latitude: Double
    /// Degrees east, -180 to 180.
    package let longitude: Double
    /// The point on a globe of radius 1.
    private let x, y, z: Double

    /// The point, or nil when the globe has no such place.
    package init?(latitude: Double, longitude: Double) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        (self.latitude, self.longitude) = (latitude, longitude)
        let (north, east) = (latitude * .pi / 180, longitude * .pi / 180)
        (x, y, z) = (cos(north) * cos(east), cos(north) * sin(east), sin(north))
    }

    /// The great-circle distance in kilometres.
    package func kilometres(to other: Coordinates) -> Double {
        let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
        let chord = (dx * dx + dy * dy + dz * dz).squareRoot()
        return 2 * Coordinates.radius * asin(min(1, chord / 2))
    }
}
