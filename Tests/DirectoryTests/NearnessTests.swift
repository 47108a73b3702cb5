import Directory
import Expressions
import Testing

/// The order of offices around a place, and distances on the globe.
struct NearnessTests {
    private static let day = Timestamp(milliseconds: 1_790_000_000_000).date()

    /// Two cities 55 km apart on one meridian, a third far north; offices every tenth of a degree.
    private let directory = Directory(
        regions: [
            Region(
                code: "P", level: .province, names: ["en": "P"], coordinates: Coordinates(latitude: 2, longitude: 0)),
            Region(
                code: "A", parent: "P", level: .city, names: ["en": "A"],
                coordinates: Coordinates(latitude: 0, longitude: 0)),
            Region(
                code: "A1", parent: "A", level: .district, names: ["en": "A1"],
                coordinates: Coordinates(latitude: 0.1, longitude: 0)),
            Region(
                code: "A2", parent: "A", level: .district, names: ["en": "A2"],
                coordinates: Coordinates(latitude: -0.1, longitude: 0)),
            Region(
                code: "B", parent: "P", level: .city, names: ["en": "B"],
                coordinates: Coordinates(latitude: 0.5, longitude: 0)),
            Region(
                code: "C", parent: "P", level: .city, names: ["en": "C"],
                coordinates: Coordinates(latitude: 9, longitude: 0)),
            Region(code: "D", parent: "P", level: .city, names: ["en": "D"]),
        ],
        services: [
            office("everyone", nil), office("far", "C"), office("b", "B", latitude: 0.4), office("a2", "A2"),
            office("a1-far", "A1", latitude: 0.3), office("a1-near", "A1", latitude: 0.11), office("a", "A"),
            office("p", "P"), office("other", "A1", kind: "school"),
        ])

    private static func office(
        _ id: String, _ region: String?, latitude: Double? = nil, kind: String = "court"
    ) -> Service {
        Service(
            id: id, kind: kind, region: region, names: ["en": id],
            coordinates: latitude.flatMap { Coordinates(latitude: $0, longitude: 0) }, source: "test", checked: day)
    }

    @Test(arguments: [
        ("A1", ["a1-near", "a1-far", "a", "p", "everyone", "a2", "b"]),
        ("A", ["a", "a2", "a1-near", "a1-far", "p", "everyone", "b"]),
        ("B", ["b", "p", "everyone", "a1-far", "a1-near", "a", "a2"]),
        ("C", ["far", "p", "everyone"]), ("D", ["p", "everyone"]),
        ("P", ["p", "b", "a1-far", "a1-near", "a", "a2", "far", "everyone"]),
    ])
    func `the place itself, then inside, then around, then by distance`(place: String, ids: [String]) {
        #expect(directory.services("court", near: place, limit: 20).map(\.id) == ids)
        for limit in 0...ids.count {
            #expect(directory.services("court", near: place, limit: limit).map(\.id) == Array(ids.prefix(limit)))
        }
    }

    @Test func `districts right in a province have the offices of its other districts`() {
        let directory = Directory(
            regions: [
                Region(code: "KE", level: .country, names: ["en": "Kenya"]),
                Region(code: "KE-17", parent: "KE", level: .province, names: ["en": "Kisumu"]),
                Region(code: "east", parent: "KE-17", level: .district, names: ["en": "East"]),
                Region(code: "west", parent: "KE-17", level: .district, names: ["en": "West"]),
                Region(code: "KE-30", parent: "KE", level: .province, names: ["en": "Nairobi"]),
            ],
            services: [Self.office("w", "west"), Self.office("n", "KE-30"), Self.office("k", "KE-17")])
        #expect(directory.services("court", near: "east", limit: 9).map(\.id) == ["k", "w"])
        #expect(directory.services("court", near: "KE-17", limit: 9).map(\.id) == ["k", "w"])
        #expect(directory.services("court", near: "KE-30", limit: 9).map(\.id) == ["n"])
    }

    @Test func `without a place those for everyone come first, and each office once`() {
        let found = directory.services("court", near: nil, limit: 20).map(\.id)
        #expect(found.first == "everyone")
        #expect(Set(found).count == 8 && found.count == 8)
        #expect(directory.services("court", near: "gone", limit: 20).map(\.id) == found)
    }

    @Test func `a degree along a meridian is 111,195 metres`() throws {
        let points = try [(0.0, 0.0), (1.0, 0.0), (90.0, 50.0), (0.0, 180.0)].map {
            try #require(Coordinates(latitude: $0, longitude: $1))
        }
        #expect(abs(points[0].kilometres(to: points[1]) - 111.195) < 0.001)
        #expect(abs(points[0].kilometres(to: points[2]) - 10_007.557) < 0.001)
        #expect(abs(points[0].kilometres(to: points[3]) - 20_015.114) < 0.001)
        #expect(points[1].kilometres(to: points[1]) == 0)
        #expect(points[1].kilometres(to: points[2]) == points[2].kilometres(to: points[1]))
    }

    @Test(arguments: [(91.0, 0.0), (-90.1, 0), (0, 180.1), (0, -181), (.nan, 0), (0, .infinity)])
    func `there is no such place on the globe`(latitude: Double, longitude: Double) {
        #expect(Coordinates(latitude: latitude, longitude: longitude) == nil)
    }
}
