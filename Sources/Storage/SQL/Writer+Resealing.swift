import Sealing

extension Writer {
    /// Looks at some sealed values, and seals those anew that the current key has not sealed.
    mutating func reseal(from place: ResealPlace, limit: Int) throws(StoreFault) -> Resealing {
        guard SealedColumn.all.indices.contains(place.column) else {
            return Resealing(next: nil, seen: 0, changed: 0, lost: 0)
        }
        let column = SealedColumn.all[place.column]
        let rows = try query(column.select).all(place.row, limit) { ($0.integer(0), $0.bytes(1)) }
        let update = try query(column.update)
        var (changed, lost) = (0, 0)
        for (row, sealed) in rows where !keys.isCurrent(sealed) {
            guard let value = try? keys.open(sealed, as: column.field) else {
                lost += 1
                continue
            }
            try update.run(seal(value, as: column.field), row)
            changed += 1
        }
        let last = rows.last.map(\.0)
        let isDone = rows.count < limit
        let next =
            isDone ? ResealPlace(column: place.column + 1, row: 0) : ResealPlace(column: place.column, row: last ?? 0)
        let isEnd = isDone && next.column == SealedColumn.all.count
        return Resealing(next: isEnd ? nil : next, seen: rows.count, changed: changed, lost: lost)
    }
}
