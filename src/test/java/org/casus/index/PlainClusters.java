package org.casus.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.casus.http.Limits;
import org.casus.model.ResourceKind;
import org.casus.model.edtf.TimeRange;
import org.casus.model.geo.BoundingBox;
import org.casus.model.geo.Point;
import org.casus.query.ClusterQuery;
import org.casus.query.Grid;
import org.casus.query.field.Field;
import org.casus.readmodel.Clusters;
import org.casus.readmodel.Clusters.Cell;
import org.casus.readmodel.Clusters.Share;
import org.casus.readmodel.Document;
import org.casus.readmodel.Document.Tie;
import org.casus.readmodel.names.DirectoryView;

/** Clusters by their definition: of each cell that holds something, what lies between its borders. */
final class PlainClusters {

    private final ClusterQuery query;
    private final List<Document> events;
    private final DirectoryView names;

    PlainClusters(ClusterQuery query, List<Document> events, DirectoryView names) {
        this.query = query;
        this.events = events;
        this.names = names;
    }

    /** A column and a row. */
    private record Place(int column, int row) {
    }

    Clusters answer() {
        List<Document> shown = events.stream().filter(event -> event.point().isPresent() && inView(event)).toList();
        List<Place> places = shown.stream().map(this::place).distinct().toList();
        if (places.size() > Limits.CELLS) {
            throw query.tooMany();
        }
        List<Cell> cells = new ArrayList<>();
        places.forEach(place -> cells.add(cell(place, shown.stream().filter(event -> place(event).equals(place)).toList())));
        return new Clusters(cells.stream().sorted(Clusters.ORDER).toList(), shown.size(),
                events.stream().filter(event -> event.point().isEmpty()).count(), names);
    }

    private boolean inView(Document event) {
        return query.area().contains(event.point().orElseThrow());
    }

    /** The first column and row whose far border lies beyond the point; the last where none does. */
    private Place place(Document event) {
        Grid grid = query.grid();
        int column = (int) Math.max(0, Math.floor((lon(event) + 180) / grid.size()) - 1);
        while (column < grid.columns() - 1 && lon(event) >= grid.east(column)) {
            column++;
        }
        int row = (int) Math.max(0, Math.floor((lat(event) + 90) / grid.size()) - 1);
        while (row < grid.columns() / 2 - 1 && lat(event) >= grid.north(row)) {
            row++;
        }
        return new Place(column, row);
    }

    private Cell cell(Place place, List<Document> in) {
        List<Share> types = in.stream().collect(Collectors.groupingBy(this::root, Collectors.counting()))
                .entrySet().stream().map(entry -> new Share(entry.getKey(), entry.getValue()))
                .sorted(Clusters.SHARES).toList();
        BoundingBox bounds = new BoundingBox(in.stream().mapToDouble(PlainClusters::lon).min().orElseThrow(),
                in.stream().mapToDouble(PlainClusters::lat).min().orElseThrow(),
                in.stream().mapToDouble(PlainClusters::lon).max().orElseThrow(),
                in.stream().mapToDouble(PlainClusters::lat).max().orElseThrow());
        long deaths = in.stream().map(event -> event.deaths().best()).filter(n -> n != null).mapToLong(n -> n).sum();
        return new Cell(place.column, place.row, in.size(), mean(in, PlainClusters::lat), mean(in, PlainClusters::lon),
                bounds, types, deaths, in.size() == 1 ? Optional.of(PlainReadModel.stored(in.get(0))) : Optional.empty());
    }

    private static double mean(List<Document> in, ToDoubleFunction<Document> degrees) {
        return Clusters.mean(in.stream().mapToLong(event -> Clusters.fixed(degrees.applyAsDouble(event))).sum(), in.size());
    }

    private String root(Document event) {
        String type = event.ties().stream().filter(tie -> tie.field() == Field.TYPE).map(Tie::id).findFirst().orElseThrow();
        return names.above(ResourceKind.EVENT_TYPE, type, TimeRange.ALWAYS).stream()
                .filter(above -> names.entry(ResourceKind.EVENT_TYPE, above).orElseThrow().parents().isEmpty())
                .findFirst().orElseThrow();
    }

    private static double lat(Document event) {
        return event.point().map(Point::lat).orElseThrow();
    }

    private static double lon(Document event) {
        double lon = event.point().map(Point::lon).orElseThrow();
        return lon == 180 ? -180 : lon;
    }
}
