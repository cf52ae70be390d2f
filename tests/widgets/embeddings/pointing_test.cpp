// SPDX-License-Identifier: GPL-3.0-or-later
// What pointing in the embeddings panel tells the other views, above all the inspector.
#include <QToolButton>

#include "tests/support/qt_test.h"
#include "tests/widgets/embeddings/window.h"
#include "widgets/inspector/formula_text.h"
#include "widgets/inspector/panel.h"
#include "widgets/text/table.h"
#include "widgets/viewpoint/vectors.h"

using namespace widgets;

class EmbeddingsPointingTest : public QObject, protected EmbeddingsWindow {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();
    void theNeighbourUnderThePointerIsExplainedUntilItIsLeft();
    void thePieceUnderThePointerOnTheMapIsExplained();
    void theKeyboardsCursorIsExplainedUntilItIsPutAway();
    void whatIsPointedAtIsComparedWithTheRowThatIsLookedUpNow();
    void anotherTableEndsWhatWasPointedAt();
    void anotherModelEndsWhatWasPointedAt();
    void aUnitOfARowThatTheSentenceDoesNotHaveIsExplained();
    void fromANeighbourThePointerGoesStraightToAUnit();
    void hoveringAWordOnTheMapMarksItEverywhereAndMovesNothing();
    void leavingTheListEndsItsHover();
    void aRightClickInTheListMarksNothing();

  private:
    const FormulaPart &explained() { return inspector_->parts().front(); }
    /// Part of the explanation, or null.
    const FormulaPart *explained(const QString &kind) {
        for (const FormulaPart &part : inspector_->parts())
            if (part.kind == kind)
                return &part;
        return nullptr;
    }
    /// A row of the list whose piece is no word of the sentence.
    int strangerRow() {
        const auto &shown = neighbours()->content().neighbours;
        for (int row = 0; row < neighbours()->shownRows(); ++row) {
            const int piece = shown[std::size_t(row)].piece;
            bool stranger = true;
            for (const model::Piece &word : trace_->source.pieces())
                stranger = stranger && word.id != piece;
            if (stranger)
                return row;
        }
        return -1;
    }
    void pointAtRow(int row) {
        QTest::mouseMove(neighbours(), neighbours()->barRect(row).center().toPoint());
    }

    std::unique_ptr<InspectorPanel> inspector_;
};

void EmbeddingsPointingTest::init() {
    open();
    inspector_ = std::make_unique<InspectorPanel>(viewpoint_.get());
    inspector_->resize(500, 400);
    inspector_->show();
    QVERIFY(QTest::qWaitForWindowExposed(inspector_.get()));
    panel_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(panel_.get()));
    viewpoint_->setSelected({.source = 1, .step = 1});
    QCOMPARE(explained().kind, QString("weight"));
}

void EmbeddingsPointingTest::cleanup() {
    inspector_.reset();
    close();
}

void EmbeddingsPointingTest::theNeighbourUnderThePointerIsExplainedUntilItIsLeft() {
    const QString before = tsv(inspector_->tables());
    const int row = strangerRow();
    QVERIFY(row >= 0);
    const NeighbourEntry entry = neighbours()->content().neighbours[std::size_t(row)];
    pointAtRow(row);
    QTRY_COMPARE(explained().kind, QString("cosine"));
    QCOMPARE(double(*explained().value), entry.cosine);
    QVERIFY(plainSymbol(explained().symbol).contains(entry.label));
    QVERIFY(plainSymbol(explained().symbol).contains(neighbours()->content().title));
    QVERIFY(explained("place"));
    QCOMPARE(viewpoint_->hovered().source, -1);
    QTest::mouseMove(search(), search()->rect().center());
    QTRY_VERIFY(viewpoint_->hovered().empty());
    QCOMPARE(tsv(inspector_->tables()), before);
}

void EmbeddingsPointingTest::thePieceUnderThePointerOnTheMapIsExplained() {
    const QString before = tsv(inspector_->tables());
    const int piece = map()->marks().back().piece;
    QTest::mouseMove(map(), map()->pointOf(piece).toPoint());
    QTRY_COMPARE(explained().kind, QString("place"));
    QVERIFY(explained().meaning.contains(QString::number(piece)));
    const auto space = embeddingSpace(*trace_->model, TableSide::source, {});
    QCOMPARE(*explained("coordinate1")->value, space.principal.coordinates(piece, 0));
    QCOMPARE(*explained("coordinate2")->value, space.principal.coordinates(piece, 1));
    const auto &near = neighbours()->content().neighbours;
    const auto entry = std::find_if(near.begin(), near.end(),
                                    [&](const NeighbourEntry &e) { return e.piece == piece; });
    QVERIFY(entry != near.end());
    QCOMPARE(double(*explained("cosine")->value), entry->cosine);
    QTest::mouseMove(search(), search()->rect().center());
    QTRY_COMPARE(tsv(inspector_->tables()), before);
}

void EmbeddingsPointingTest::theKeyboardsCursorIsExplainedUntilItIsPutAway() {
    neighbours()->setFocus();
    QTest::keyClick(neighbours(), Qt::Key_Down);
    QTest::keyClick(neighbours(), Qt::Key_Down);
    QCOMPARE(explained().kind, QString("cosine"));
    QCOMPARE(double(*explained().value), neighbours()->content().neighbours[1].cosine);
    QTest::keyClick(neighbours(), Qt::Key_Escape);
    QCOMPARE(explained().kind, QString("weight"));
    map()->setFocus();
    QTest::keyClick(map(), Qt::Key_End);
    QCOMPARE(explained().kind, QString("place"));
    QCOMPARE(viewpoint_->hovered().row.piece, map()->marks().back().piece);
    // The focus takes the cursor with it.
    search()->setFocus();
    QCOMPARE(explained().kind, QString("weight"));
}

void EmbeddingsPointingTest::whatIsPointedAtIsComparedWithTheRowThatIsLookedUpNow() {
    const int first = neighbours()->content().neighbours[0].piece;
    map()->setFocus();
    QTest::keyClick(map(), Qt::Key_End);
    const int piece = map()->hovered();
    QVERIFY(piece >= 0 && piece != first);
    QCOMPARE(viewpoint_->hovered().row.lookedUp, idOf(1));
    panel_->lookUp(first);
    QCOMPARE(viewpoint_->hovered().row.piece, piece);
    QCOMPARE(viewpoint_->hovered().row.lookedUp, first);
    // Nothing is compared with itself.
    QTest::keyClick(map(), Qt::Key_Return);
    QCOMPARE(panel_->lookedUp(), piece);
    QCOMPARE(viewpoint_->hovered().row.piece, piece);
    QVERIFY(!explained("cosine"));
    QVERIFY(explained("place"));
}

void EmbeddingsPointingTest::anotherTableEndsWhatWasPointedAt() {
    map()->setFocus();
    QTest::keyClick(map(), Qt::Key_End);
    QVERIFY(!viewpoint_->hovered().empty());
    panel_->setSide(TableSide::target);
    QVERIFY(viewpoint_->hovered().empty());
    QCOMPARE(explained().kind, QString("weight"));
    // There it is a row of the other table.
    QTest::keyClick(map(), Qt::Key_End);
    QCOMPARE(viewpoint_->hovered().row.side, TableSide::target);
    QCOMPARE(explained().kind, QString("place"));
}

void EmbeddingsPointingTest::anotherModelEndsWhatWasPointedAt() {
    map()->setFocus();
    QTest::keyClick(map(), Qt::Key_End);
    QCOMPARE(explained().kind, QString("place"));
    // The same model with the same sentence changes nothing.
    viewpoint_->setTrace(std::make_shared<model::Trace>(*trace_), true);
    QCOMPARE(explained().kind, QString("place"));
    viewpoint_->setTrace(support::tinyTrace("Où dort le chat noir ?", "tiny_bottleneck"));
    QVERIFY(viewpoint_->hovered().empty());
    QVERIFY(!explained("place"));
    QCOMPARE(map()->hovered(), -1);
}

void EmbeddingsPointingTest::aUnitOfARowThatTheSentenceDoesNotHaveIsExplained() {
    const int row = strangerRow();
    const int piece = neighbours()->content().neighbours[std::size_t(row)].piece;
    panel_->lookUp(piece);
    const StripPlace place = neighbours()->stripPlace();
    QTest::mouseMove(neighbours(), place.cell(3).center().toPoint());
    QTRY_COMPARE(explained().kind, QString("tableRowUnit"));
    QCOMPARE(*explained().value, neighbours()->content().values[3]);
    QCOMPARE(panel_->lookedUp(), piece);
    QTest::mouseMove(search(), search()->rect().center());
    QTRY_COMPARE(explained().kind, QString("weight"));
}

void EmbeddingsPointingTest::fromANeighbourThePointerGoesStraightToAUnit() {
    pointAtRow(strangerRow());
    QTRY_COMPARE(explained().kind, QString("cosine"));
    QTest::mouseMove(neighbours(), neighbours()->stripPlace().cell(3).center().toPoint());
    QTRY_COMPARE(viewpoint_->hovered(),
                 (Selection{.source = 1, .strip = Vector::embedding, .unit = 3}));
    pointAtRow(strangerRow());
    QTRY_COMPARE(explained().kind, QString("cosine"));
}

void EmbeddingsPointingTest::aRightClickInTheListMarksNothing() {
    const QModelIndex current = list()->currentIndex();
    QVERIFY(current.isValid());
    const int other = current.row() > 3 ? current.row() - 1 : current.row() + 1;
    const QPoint place = list()->visualRect(list()->model()->index(other, 0)).center();
    QVERIFY(list()->viewport()->rect().contains(place));
    QTest::mouseClick(list()->viewport(), Qt::RightButton, {}, place);
    QCOMPARE(list()->currentIndex(), current);
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(list()->currentIndex().row(), other);
}

void EmbeddingsPointingTest::hoveringAWordOnTheMapMarksItEverywhereAndMovesNothing() {
    const int j = otherWord();
    const int before = panel_->lookedUp();
    QTest::mouseMove(map(), map()->pointOf(idOf(j)).toPoint());
    QTRY_COMPARE(map()->hovered(), idOf(j));
    QCOMPARE(idOf(viewpoint_->hovered().source), idOf(j));
    QCOMPARE(panel_->lookedUp(), before);
    QVERIFY(map()->hoverText().contains('('));
    QTest::mouseMove(search(), search()->rect().center());
    QTRY_VERIFY(viewpoint_->hovered().empty());
    QCOMPARE(panel_->lookedUp(), before);
}

void EmbeddingsPointingTest::leavingTheListEndsItsHover() {
    search()->setFocus();
    QTest::keyClick(search(), Qt::Key_Down);
    QTRY_VERIFY(list()->hasFocus());
    const int word = otherWord();
    list()->setCurrentIndex(list()->model()->index(idOf(word), 0));
    QCOMPARE(viewpoint_->hovered().source, word);
    search()->setFocus();
    QVERIFY(viewpoint_->hovered().empty());
}

REGISTER_QT_TEST(EmbeddingsPointingTest)
#include "embeddings/pointing_test.moc"
