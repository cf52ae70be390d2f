// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/embeddings/panel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "tests/widgets/embeddings/window.h"
#include "widgets/drawing/theme.h"
#include "widgets/embeddings/piece_list.h"
#include "widgets/text/table.h"

using namespace widgets;

class EmbeddingsPanelTest : public QObject, protected EmbeddingsWindow {
    Q_OBJECT

  private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void withoutASentenceItSaysWhatToDo();
    void typingSearchesIgnoringAccents();
    void enterInTheSearchLooksUpTheFirstPiece();
    void theMarkedWordIsLookedUp();
    void aChangedNumberOfTheTraceShowsInTheStripAndTheCosines();
    void theNeighboursAreThoseOfTheTable();
    void theSwitchShowsTheTargetTableAndThePreviousWord();
    void theKeyboardReachesNeighboursAndMap();
    void whatIsNotYetReadIsNotMarked();
    void itCanBeDestroyedAtAnyTime();
    void anotherModelsTablesReplaceTheOldOnes();
    void tablesThatComeWhileItIsCoveredWait();
    void theLookedUpRowStaysInViewAtAnotherSize();
    void aPieceThatIsAnotherIsComparedWithTheOneBefore();
    void theNamesOfTheTablesAreNotCut();
};

void EmbeddingsPanelTest::withoutASentenceItSaysWhatToDo() {
    QCOMPARE(panel_->accessibleName(), QString("Embeddings"));
    QCOMPARE(panel_->message(), QString());
    viewpoint_->setTrace(nullptr);
    QVERIFY(panel_->message().startsWith("Type something above"));
    QCOMPARE(tsv(panel_->tables()), QString());
    viewpoint_->setTrace(trace_);
    QCOMPARE(panel_->message(), QString());
    QVERIFY(panel_->lookedUp() >= 0);
}

void EmbeddingsPanelTest::typingSearchesIgnoringAccents() {
    QCOMPARE(list()->model()->rowCount(), trace_->model->source().size());
    const QAbstractItemModelTester tester(list()->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTest::keyClicks(search(), "E");
    const int rows = list()->model()->rowCount();
    QVERIFY(rows > 2 && rows < trace_->model->source().size());
    bool accented = false;
    bool inside = false;
    for (int row = 0; row < rows; ++row) {
        const QString label = list()->model()->index(row, 0).data().toString();
        QVERIFY2(searchKey(label).contains('e'), qPrintable(label));
        accented = accented || label.contains(QChar(0xe9));
        const bool begins = searchKey(label).startsWith('e');
        QVERIFY2(!(inside && begins), "prefixes come first");
        inside = inside || !begins;
    }
    QVERIFY(accented);
    QTest::keyClick(search(), Qt::Key_Escape);
    QCOMPARE(list()->model()->rowCount(), trace_->model->source().size());
}

void EmbeddingsPanelTest::theLookedUpRowStaysInViewAtAnotherSize() {
    panel_->resize(800, 700);
    panel_->lookUp(list()->model()->rowCount() / 2);
    const auto inView = [this] {
        return list()->viewport()->rect().contains(
            list()->visualRect(list()->currentIndex()).center());
    };
    QTRY_VERIFY(inView());
    list()->scrollTo(list()->currentIndex(), QAbstractItemView::PositionAtBottom);
    panel_->resize(700, 210);
    QTRY_VERIFY(inView());
}

void EmbeddingsPanelTest::enterInTheSearchLooksUpTheFirstPiece() {
    search()->setFocus();
    QTest::keyClicks(search(), "CH");
    QVERIFY(list()->model()->rowCount() > 0);
    const int first = list()->model()->index(0, 0).data(PieceListModel::idRole).toInt();
    QTest::keyClick(search(), Qt::Key_Return);
    QCOMPARE(panel_->lookedUp(), first);
    QCOMPARE(neighbours()->content().title, list()->model()->index(0, 0).data().toString());
    search()->clear();
    QTest::keyClick(search(), Qt::Key_Down);
    QVERIFY(list()->hasFocus());
    QTest::keyClick(list(), Qt::Key_Down);
    QCOMPARE(map()->hovered(), 1);
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(panel_->lookedUp(), 1);
}

void EmbeddingsPanelTest::theMarkedWordIsLookedUp() {
    const int j = otherWord();
    viewpoint_->setHovered({.source = j});
    QCOMPARE(panel_->lookedUp(), idOf(j));
    viewpoint_->setHovered({});
    viewpoint_->setSelected({.source = j});
    QCOMPARE(panel_->lookedUp(), idOf(j));
    viewpoint_->setSelected({});
    viewpoint_->setMoment({Stage::embed, 2, 1});
    QCOMPARE(panel_->lookedUp(), idOf(2));
}

void EmbeddingsPanelTest::aChangedNumberOfTheTraceShowsInTheStripAndTheCosines() {
    viewpoint_->setSelected({.source = 1});
    const auto before = neighbours()->content();
    QCOMPARE(before.values[3], trace_->encoder->embeddings(1, 3));
    auto changed = std::make_shared<model::Trace>(*trace_);
    auto encoder = std::make_shared<model::EncoderTrace>(*trace_->encoder);
    encoder->embeddings(1, 3) = 40;
    changed->encoder = encoder;
    viewpoint_->setTrace(changed, true);
    const auto after = neighbours()->content();
    QCOMPARE(after.values[3], 40.0F);
    QVERIFY(after.neighbours != before.neighbours);
    // The strip has the colour of the number.
    const StripPlace place = neighbours()->stripPlace();
    QVERIFY(place.units.all());
    const QImage image = neighbours()->grab().toImage();
    QCOMPARE(image.pixelColor(place.cell(3).center().toPoint()),
             Theme::light().diverging(40, after.limit));
}

void EmbeddingsPanelTest::theNeighboursAreThoseOfTheTable() {
    viewpoint_->setSelected({.source = 3});
    const auto &shown = neighbours()->content().neighbours;
    const auto &table = embeddingTable(*trace_->model, TableSide::source);
    const int row = idOf(3);
    QCOMPARE(panel_->lookedUp(), row);
    double most = -2;
    int nearest = -1;
    for (int other = 0; other < table.rows(); ++other) {
        const double cosine = table.row(other).dot(table.row(row)) /
                              (table.row(other).norm() * table.row(row).norm());
        if (other != row && cosine > most) {
            most = cosine;
            nearest = other;
        }
    }
    QCOMPARE(shown.front().piece, nearest);
    QVERIFY(std::abs(shown.front().cosine - most) < 1e-5);
    const QStringList parts = tsv(panel_->tables()).split("\n\n");
    QCOMPARE(parts.size(), 2);
    const QStringList units = parts[1].split('\n', Qt::SkipEmptyParts);
    QCOMPARE(units.size(), table.cols() + 1);
    QVERIFY(std::abs(units[2].split('\t')[1].toFloat() - table(row, 1)) < 1e-6F);
    const QStringList lines = parts[0].split('\n');
    QCOMPARE(lines.size(), qsizetype(shown.size()) + 1);
    QCOMPARE(lines[1].split('\t')[1].toInt(), nearest);
    QVERIFY(std::abs(lines[1].split('\t')[2].toDouble() - most) < 1e-5);
    // A bar is as long as its cosine.
    QVERIFY(neighbours()->shownRows() >= 3);
    const double whole = neighbours()->barRect(0).width() / shown[0].cosine;
    QVERIFY(std::abs(neighbours()->barRect(2).width() - whole * shown[2].cosine) < 0.5);
}

void EmbeddingsPanelTest::theSwitchShowsTheTargetTableAndThePreviousWord() {
    auto *target = part<QToolButton>("embeddingsTarget");
    QTest::mouseClick(target, Qt::LeftButton);
    QCOMPARE(panel_->side(), TableSide::target);
    QVERIFY(target->isChecked());
    viewpoint_->setMoment(endOfStep(2, viewpoint_->extent()));
    QCOMPARE(panel_->lookedUp(), trace_->steps[2]->previousId);
    QCOMPARE(neighbours()->content().values[1], trace_->steps[2]->previousEmbedding(1));
    QCOMPARE(list()->model()->rowCount(), trace_->model->target().size());
    viewpoint_->setMoment(endOfStep(0, viewpoint_->extent()));
    QCOMPARE(panel_->lookedUp(), int(model::special::begin));
    QTest::mouseClick(part<QToolButton>("embeddingsSource"), Qt::LeftButton);
    QCOMPARE(panel_->side(), TableSide::source);
}

void EmbeddingsPanelTest::theKeyboardReachesNeighboursAndMap() {
    neighbours()->setFocus();
    QTest::keyClick(neighbours(), Qt::Key_Down);
    QTest::keyClick(neighbours(), Qt::Key_Down);
    const int second = neighbours()->content().neighbours[1].piece;
    QCOMPARE(map()->hovered(), second);
    QTest::keyClick(neighbours(), Qt::Key_Return);
    QCOMPARE(panel_->lookedUp(), second);
    map()->setFocus();
    QTest::keyClick(map(), Qt::Key_End);
    QCOMPARE(map()->hovered(), map()->marks().back().piece);
    QTest::keyClick(map(), Qt::Key_Home);
    QTest::keyClick(map(), Qt::Key_Down);
    QCOMPARE(map()->hovered(), map()->marks()[1].piece);
    QTest::keyClick(map(), Qt::Key_Escape);
    QCOMPARE(map()->hovered(), -1);
    QCOMPARE(panel_->lookedUp(), second);
    // What moves time is not taken.
    QKeyEvent space(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier);
    QApplication::sendEvent(map(), &space);
    QVERIFY(!space.isAccepted());
}

void EmbeddingsPanelTest::whatIsNotYetReadIsNotMarked() {
    viewpoint_->setMoment({Stage::embed, 1, 1});
    QSet<int> words;
    for (const MapMark &mark : map()->marks())
        if (mark.kind != MapMark::neighbour)
            words.insert(mark.piece);
    QCOMPARE(words, (QSet<int>{idOf(0), idOf(1)}));
}

void EmbeddingsPanelTest::itCanBeDestroyedAtAnyTime() {
    model::Configuration large;
    large.embedding = 128;
    const auto trace = support::syntheticTrace(5, 4, 2, large);
    Viewpoint viewpoint;
    const Deriver deriver(&viewpoint);
    for (int i = 0; i < 20; ++i) {
        auto panel = std::make_unique<EmbeddingsPanel>(&viewpoint);
        panel->show();
        viewpoint.setTrace(i % 2 == 0 ? trace : trace_);
        if (i % 3 == 0)
            QCoreApplication::processEvents();
        panel.reset();
    }
    QCoreApplication::processEvents();
    QVERIFY(viewpoint.trace());
}

void EmbeddingsPanelTest::anotherModelsTablesReplaceTheOldOnes() {
    const auto other = support::tinyTrace("Où dort le chat noir ?", "tiny_bottleneck");
    viewpoint_->setTrace(other);
    QVERIFY(map()->axisTitle(0).isEmpty());
    QTRY_VERIFY(!neighbours()->content().neighbours.empty());
    QVERIFY(!map()->axisTitle(0).isEmpty());
    QCOMPARE(panel_->lookedUp(), other->source.token(0));
    QCOMPARE(neighbours()->content().values[0], other->encoder->embeddings(0, 0));
    QVERIFY(other->encoder->embeddings(0, 0) != trace_->encoder->embeddings(0, 0));
}

void EmbeddingsPanelTest::tablesThatComeWhileItIsCoveredWait() {
    const auto other = support::tinyTrace("Où dort le chat noir ?", "tiny_bottleneck");
    viewpoint_->setTrace(other);
    panel_->setCovered(true);
    viewpoint_->setTrace(nullptr);
    QTRY_VERIFY(!viewpoint_->derived().pending);
    viewpoint_->setTrace(other);
    panel_->setCovered(false);
    QVERIFY(!map()->axisTitle(0).isEmpty());
    QVERIFY(!neighbours()->content().neighbours.empty());
}

void EmbeddingsPanelTest::theNamesOfTheTablesAreNotCut() {
    const std::array buttons{part<QToolButton>("embeddingsSource"),
                             part<QToolButton>("embeddingsTarget")};
    panel_->setMinimumSize(40, 20);  // as docks do
    for (const int width : {800, 220, 800}) {
        panel_->resize(width, 200);
        QTRY_COMPARE(buttons[0]->y() == buttons[1]->y(), width == 800);
        for (const QToolButton *button : buttons)
            QTRY_VERIFY(button->width() >= button->sizeHint().width());
    }
}

void EmbeddingsPanelTest::aPieceThatIsAnotherIsComparedWithTheOneBefore() {
    const int before = trace_->chosen(1).id;
    const int after = before == 20 ? 21 : 20;
    auto other = std::make_shared<model::Trace>(*trace_);
    other->choices[1].candidate.id = after;
    auto fed = std::make_shared<model::StepTrace>(trace_->step(2));
    fed->previousId = after;
    other->steps[2] = fed;
    viewpoint_->setTrace(other, false, trace_);
    panel_->setSide(TableSide::target);
    viewpoint_->setMoment(endOfStep(2, viewpoint_->extent()));
    const QString caption = neighbours()->content().caption;
    QVERIFY2(caption.endsWith("in the original"), qPrintable(caption));
    const auto marked = [&] {
        return std::ranges::count(map()->marks(), MapMark{before, MapMark::before});
    };
    QCOMPARE(marked(), 1);
    // The first piece is the same; so is all where nothing is compared.
    viewpoint_->setMoment(endOfStep(1, viewpoint_->extent()));
    QCOMPARE(marked(), 0);
    viewpoint_->setMoment(endOfStep(2, viewpoint_->extent()));
    viewpoint_->setReference(nullptr, "to come");
    QTRY_COMPARE(marked(), 0);
    QVERIFY(!neighbours()->content().caption.contains("original"));
}

REGISTER_QT_TEST(EmbeddingsPanelTest)
#include "embeddings/panel_test.moc"
