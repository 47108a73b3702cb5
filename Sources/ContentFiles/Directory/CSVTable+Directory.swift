import Directory

extension CSVTable.Columns {
    /// The columns of `regions.csv`.
    ///
    /// - Parameter tags: The pack's languages, its own first.
    static func places(_ tags: [String]) -> CSVTable.Columns {
        CSVTable.Columns(
            required: ["code", "level"],
            optional: [
                "parent", "pinyin", "aliases", "postcode", "lat", "lon", "timezone", "source", "checked", "replaced_by",
            ],
            texts: ["name"],
            languages: tags)
    }

    /// The columns of a file of offices, to which a pack may add its own.
    static func offices(_ tags: [String]) -> CSVTable.Columns {
        CSVTable.Columns(
            required: ["id", "source", "checked"],
            optional: ["region", "phone", "hours", "lat", "lon", "sample", "from", "to"],
            texts: ["name", "address", "hours", "note"], languages: tags,
            reserved: Set(Service.Field.allCases.map(\.rawValue) + ["lat", "lon", "sample"]))
    }
}
