// SPDX-License-Identifier: GPL-3.0-or-later
// The map of an embedding table.
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "tests/widgets/embeddings/window.h"
#include "widgets/drawing/theme.h"
#include "widgets/embeddings/panel.h"

using namespace widgets;

class EmbeddingsMapTest : public QObject, protected EmbeddingsWindow {
    Q_OBJECT

  private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void clickingAPointLooksItUpUntilEscape();
    void labelsOnTheMapNeverOverlap();
    void theMapTellsTheAxesAndTheHoveredPiece();
    void untilTheMapIsComputedItSaysSo();
    void theLookedUpPieceAlwaysHasItsLabel();
    void coordinatesAreNotCut();
};

void EmbeddingsMapTest::clickingAPointLooksItUpUntilEscape() {
    const int before = panel_->lookedUp();
    const int j = otherWord();
    QTest::mouseClick(map(), Qt::LeftButton, {}, map()->pointOf(idOf(j)).toPoint());
    QCOMPARE(panel_->lookedUp(), idOf(j));
    QCOMPARE(idOf(viewpoint_->selected().source), idOf(j));
    const int neighbour = neighbours()->content().neighbours[1].piece;
    QTest::mouseClick(neighbours(), Qt::LeftButton, {},
                      neighbours()->barRect(1).center().toPoint());
    QCOMPARE(panel_->lookedUp(), neighbour);
    // Time goes on, the look-up stays.
    viewpoint_->setMoment(endOfStep(0, viewpoint_->extent()));
    QCOMPARE(panel_->lookedUp(), neighbour);
    viewpoint_->setSelected({});
    QCOMPARE(panel_->lookedUp(), neighbour);
    viewpoint_->setMoment(lastMoment(viewpoint_->extent()));
    QTest::keyClick(map(), Qt::Key_Escape);
    QCOMPARE(panel_->lookedUp(), before);
}

void EmbeddingsMapTest::labelsOnTheMapNeverOverlap() {
    const auto labels = map()->labelRects();
    QCOMPARE(labels.size(), map()->marks().size());
    int placed = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i].isEmpty())
            continue;
        ++placed;
        QVERIFY(QRectF(map()->rect()).contains(labels[i]));
        for (std::size_t k = 0; k < i; ++k)
            QVERIFY(!labels[i].intersects(labels[k]));
    }
    QVERIFY(placed >= 3);
    QVERIFY(!labels.front().isEmpty());
    QCOMPARE(map()->marks().front().piece, panel_->lookedUp());
}

void EmbeddingsMapTest::theMapTellsTheAxesAndTheHoveredPiece() {
    const EmbeddingSpace space = embeddingSpace(*trace_->model, TableSide::source, {});
    QCOMPARE(map()->axisTitle(0),
             QString("PC 1 (%1 % of variance)")
                 .arg(QLocale().toString(100 * space.principal.explained[0], 'f', 1)));
    const int piece = 50;
    QTest::mouseMove(map(), map()->pointOf(piece).toPoint());
    QTRY_VERIFY(map()->hovered() >= 0);
    const auto at = space.principal.coordinates.row(map()->hovered());
    QVERIFY(map()->hoverText().contains(QLocale().toString(std::abs(at(0)), 'f', 2)));
    QVERIFY(map()->hoverText().contains(QLocale().toString(std::abs(at(1)), 'f', 2)));
    // The same scale on both axes, up is up.
    const auto &all = space.principal.coordinates;
    const QPointF drawn = map()->pointOf(9) - map()->pointOf(8);
    const double scale = drawn.x() / (all(9, 0) - all(8, 0));
    QVERIFY(scale > 0);
    QVERIFY(std::abs(drawn.y() + scale * (all(9, 1) - all(8, 1))) < 0.1);
}

void EmbeddingsMapTest::untilTheMapIsComputedItSaysSo() {
    EmbeddingMap map;
    map.resize(200, 100);
    const QImage empty = map.grab().toImage();
    QVERIFY(map.axisTitle(0).isEmpty());
    QVERIFY(map.accessibleDescription().contains("computing"));
    bool written = false;
    for (int x = 0; x < empty.width() && !written; ++x)
        for (int y = 0; y < empty.height(); ++y)
            written = written || empty.pixelColor(x, y) != Theme::light().surface;
    QVERIFY(written);
    map.show();
    map.setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(map.hasFocus());
    const QImage focused = map.grab().toImage();
    map.clearFocus();
    QVERIFY(map.grab().toImage() != focused);
    // A fresh panel has everything but its map at once.
    Viewpoint viewpoint;
    const Deriver deriver(&viewpoint);
    viewpoint.setTrace(trace_);
    EmbeddingsPanel fresh(&viewpoint);
    fresh.resize(800, 320);
    fresh.show();
    const auto *list = fresh.findChild<NeighbourList *>();
    QVERIFY(list->content().neighbours.empty());
    QVERIFY(list->content().note.contains("computing the neighbours"));
    QCOMPARE(int(list->content().values.size()), int(trace_->encoder->embeddings.cols()));
    QTRY_VERIFY(!list->content().neighbours.empty());
}

void EmbeddingsMapTest::theLookedUpPieceAlwaysHasItsLabel() {
    for (const QSize size : {QSize(800, 320), QSize(520, 200), QSize(420, 180)}) {
        panel_->resize(size);
        for (int piece = 4; piece < list()->model()->rowCount(); piece += 7) {
            panel_->lookUp(piece);
            const std::vector<QRectF> labels = map()->labelRects();
            QCOMPARE(map()->marks().front().kind, MapMark::lookedUp);
            QVERIFY(!labels.front().isEmpty());
            for (std::size_t i = 1; i < labels.size(); ++i)
                QVERIFY(!labels[i].intersects(labels.front()));
        }
    }
}

void EmbeddingsMapTest::coordinatesAreNotCut() {
    map()->setHovered(idOf(1));
    QCOMPARE(map()->hoverLines(), QStringList{map()->hoverText()});
    map()->resize(100, 90);
    QCOMPARE(map()->hoverLines().size(), qsizetype{2});
    QVERIFY(map()->hoverText().endsWith(map()->hoverLines().last()));
}

REGISTER_QT_TEST(EmbeddingsMapTest)
#include "embeddings/map_test.moc"
