// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>
#include <cmath>

#include "tests/support/qt_test.h"
#include "tests/widgets/context/window.h"
#include "widgets/figure/file.h"
#include "widgets/text/table.h"

using namespace widgets;

class ContextPanelTest : public QObject, private ContextWindow {
    Q_OBJECT

  private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void cellsAreFoundAgain();
    void termsAreTheProducts();
    void theSumIsTheTracesContext();
    void aChangedWeightArrives();
    void rowsTellHowFarTheContextIs();
    void rowsAddUpInOrder();
    void scrubbingBackAndForthGivesTheSamePicture();
    void negligibleRowsStay();
    void theBottlenecksVectorIsTakenFromTheEnds();
    void theTitleIsNotCutAtTheWidthOfADock();
    void aFigureHasACaptionOnlyForWhatIsSelected();
    void theTableHoldsWhatIsComputed();
    void emptyStatesSayWhatToDo();
    void aTranslationLooksTheSameWhicheverThreadPaintedIt();

  private:
    QColor colourAt(const QImage &picture, int row, int unit) {
        return picture.pixelColor(cell(row, unit));
    }
    QColor colourOf(double value) { return Theme::light().diverging(value, scene().limit); }
};

void ContextPanelTest::cellsAreFoundAgain() {
    const ContextLayout &layout = scene().layout;
    for (int row = 0; row <= 7; ++row) {
        for (int unit = 0; unit < 24; ++unit) {
            const QRectF rect = canvas()->cellRect({row, unit});
            QVERIFY(rect.width() >= 2);
            QCOMPARE(layout.rowAt(rect.center().y()), row);
            QCOMPARE(layout.cellAt(rect.left()), unit);
            QCOMPARE(layout.cellAt(rect.right() - 0.5), unit);
        }
    }
    QCOMPARE(layout.cellAt(layout.strip.left - 1), -1);
    QCOMPARE(layout.rowAt(2), -1);
}

void ContextPanelTest::termsAreTheProducts() {
    QCOMPARE(panel_->objectName(), QStringLiteral("contextPanel"));
    QCOMPARE(panel_->accessibleName(), QStringLiteral("Context"));
    QCOMPARE(scene().sumRow(), 7);
    const QImage picture = image();
    for (int row = 0; row < 7; ++row) {
        for (const int unit : {0, 9, 23}) {
            QCOMPARE(scene().data.rows[static_cast<std::size_t>(row)].term[static_cast<std::size_t>(
                         unit)],
                     term(row, unit));
            QCOMPARE(colourAt(picture, row, unit), colourOf(static_cast<double>(term(row, unit))));
        }
    }
}

void ContextPanelTest::theSumIsTheTracesContext() {
    auto changed = std::make_shared<model::Trace>(*trace_);
    auto one = std::make_shared<model::StepTrace>(step());
    one->context(5) = 0.4321F;  // not what the terms add up to
    changed->steps[2] = one;
    viewpoint_->setTrace(changed, true);
    const QImage picture = image();
    QCOMPARE(colourAt(picture, 7, 5), colourOf(0.4321F));
    QCOMPARE(colourAt(picture, 7, 6), colourOf(static_cast<double>(step().context(6))));
    QTest::mouseMove(canvas(), cell(7, 5));
    QTRY_COMPARE(canvas()->caption(), QStringLiteral("unit 6 of 24: c = +0.43210"));
}

void ContextPanelTest::aChangedWeightArrives() {
    auto changed = std::make_shared<model::Trace>(*trace_);
    auto one = std::make_shared<model::StepTrace>(step());
    one->weights(4) = 0.98765F;
    changed->steps[2] = one;
    viewpoint_->setTrace(changed, true);
    QCOMPARE(scene().data.rows[4].weight, static_cast<double>(0.98765F));
    const float product = 0.98765F * trace_->encoder->annotations(4, 3);
    QCOMPARE(colourAt(image(), 4, 3), colourOf(static_cast<double>(product)));
    QVERIFY(tsv(panel_->tables()).split(u'\n')[5].split(u'\t')[1].toFloat() == 0.98765F);
    QTest::mouseMove(canvas(), QPoint(4, cell(4, 3).y()));
    QTRY_VERIFY(canvas()->caption().contains(QStringLiteral("α = 0.98765")));
}

void ContextPanelTest::rowsTellHowFarTheContextIs() {
    for (int row = 0; row < 7; ++row) {
        const model::Row difference = step().context - trace_->encoder->annotations.row(row);
        const ContextRow &numbers = scene().data.rows[static_cast<std::size_t>(row)];
        QVERIFY(std::abs(numbers.distance - static_cast<double>(difference.norm())) < 1e-5);
        const float cosine = step().context.dot(trace_->encoder->annotations.row(row)) /
                             (step().context.norm() * trace_->encoder->annotations.row(row).norm());
        QVERIFY(std::abs(numbers.cosine - static_cast<double>(cosine)) < 1e-5);
    }
}

void ContextPanelTest::rowsAddUpInOrder() {
    const QColor surface = Theme::light().surface;
    viewpoint_->setMoment({Stage::softmax, 2, 1});
    QVERIFY(scene().weightsKnown);
    QCOMPARE(scene().done, 0.0);
    QImage picture = image();
    for (int row = 0; row <= 7; ++row)
        QCOMPARE(colourAt(picture, row, 3), surface);
    QVERIFY(tsv(panel_->tables()).split(u'\n')[1].split(u'\t')[2].isEmpty());
    // Two rows and a half of the third.
    viewpoint_->setMoment({Stage::context, 2, 2.5 / 7});
    picture = image();
    QCOMPARE(colourAt(picture, 1, 20), colourOf(static_cast<double>(term(1, 20))));
    QCOMPARE(colourAt(picture, 2, 5), colourOf(static_cast<double>(term(2, 5))));
    QCOMPARE(colourAt(picture, 2, 20), surface);
    QCOMPARE(colourAt(picture, 3, 0), surface);
    QCOMPARE(colourAt(picture, 7, 5),
             colourOf(static_cast<double>(term(0, 5) + term(1, 5) + term(2, 5))));
    QCOMPARE(colourAt(picture, 7, 20), colourOf(static_cast<double>(term(0, 20) + term(1, 20))));
    QTest::mouseMove(canvas(), cell(3, 2));
    QTRY_VERIFY(canvas()->caption().endsWith(QStringLiteral("not yet computed")));
}

void ContextPanelTest::scrubbingBackAndForthGivesTheSamePicture() {
    const Extent extent = viewpoint_->extent();
    const double from = position(endOfReading(extent), extent) + 0.25;
    std::vector<QImage> forwards;
    for (double at = from; at <= momentCount(extent); at += 0.75) {
        viewpoint_->setMoment(momentAt(at, extent));
        forwards.push_back(image());
    }
    QVERIFY(forwards.front() != forwards.back());
    for (std::size_t i = forwards.size(); i-- > 0;) {
        viewpoint_->setMoment(momentAt(from + 0.75 * static_cast<double>(i), extent));
        QVERIFY2(image() == forwards[i], qPrintable(QString::number(i)));
    }
}

void ContextPanelTest::negligibleRowsStay() {
    auto changed = std::make_shared<model::Trace>(*trace_);
    auto one = std::make_shared<model::StepTrace>(step());
    one->weights(1) = 0.0001F;
    one->weights(3) = 0.5F;
    changed->steps[2] = one;
    viewpoint_->setTrace(changed, true);
    QCOMPARE(scene().data.rows.size(), std::size_t{7});
    QVERIFY(scene().data.negligible(1));
    QVERIFY(!scene().data.negligible(3));
    // The word is written in the role's hue where it matters, faint where it does not.
    const QImage picture = image();
    const auto blueness = [&](int row) {
        const ContextLayout &layout = scene().layout;
        const QRect place = layout.rowRect(row).toRect();
        int most = 0;
        for (int y = place.top(); y <= place.bottom(); ++y) {
            for (int x = static_cast<int>(layout.word.left); x < layout.word.right; ++x) {
                const QColor colour = picture.pixelColor(x, y);
                most = std::max(most, colour.blue() - colour.red());
            }
        }
        return most;
    };
    QVERIFY(blueness(3) > 80);
    QVERIFY(blueness(1) < 40);
}

void ContextPanelTest::theBottlenecksVectorIsTakenFromTheEnds() {
    const auto trace = support::tinyTrace("Le chat noir dort.", "tiny_bottleneck");
    viewpoint_->setTrace(trace);
    viewpoint_->setMoment(endOfStep(0, viewpoint_->extent()));
    QVERIFY(panel_->message().isEmpty());
    QVERIFY(!scene().data.attention);
    QVERIFY(scene().title.contains(QStringLiteral("←h₁]")));
    QVERIFY(canvas()->caption().contains(QStringLiteral("the same context at every step")));
    const int last = trace->sourceLength() - 1;
    const std::vector<float> sum = [&] {
        std::vector<float> total(scene().data.context.size(), 0.0F);
        for (const ContextRow &row : scene().data.rows)
            for (std::size_t unit = 0; unit < row.term.size(); ++unit)
                total[unit] += row.term[unit];
        return total;
    }();
    QCOMPARE(sum, scene().data.context);
    // The two words that it is taken from come first, and say what.
    const std::vector<ContextRow> &rows = scene().data.rows;
    QCOMPARE(rows[0].source, 0);
    QCOMPARE(rows[0].taken, QStringLiteral("←h₁"));
    QCOMPARE(rows[1].source, last);
    QVERIFY(rows[1].taken.startsWith(QStringLiteral("→h")));
    QVERIFY(!rows[1].term.empty());
    QVERIFY(rows[2].term.empty());
    QVERIFY(rows[2].taken.isEmpty());
    // They are in view, wherever the words of another model were scrolled to.
    panel_->resize(500, 160);
    canvas()->setScroll(1000);
    QVERIFY(scene().layout.rows.scroll > 0);
    viewpoint_->setTrace(support::tinyTrace("Le chat noir dort ici.", "tiny_bottleneck"));
    QCOMPARE(scene().layout.rows.scroll, 0.0);
    panel_->resize(700, 400);
    viewpoint_->setTrace(trace);
    // What is marked is a word, wherever its row is.
    QTest::mouseMove(canvas(), cell(1, 3));
    QTRY_COMPARE(viewpoint_->hovered().source, last);
    QCOMPARE(scene().marked, 1);
    QVERIFY(tsv(panel_->tables()).split(u'\n')[1].split(u'\t')[1].isEmpty());
}

void ContextPanelTest::theTitleIsNotCutAtTheWidthOfADock() {
    QFont bold = panel_->font();
    bold.setBold(true);
    panel_->resize(panel_->fontMetrics().height() * 30, 260);
    for (const char *model : {"tiny", "tiny_bottleneck"}) {
        viewpoint_->setTrace(support::tinyTrace("Le chat noir dort dehors ce soir.", model));
        viewpoint_->setMoment(endOfStep(8, viewpoint_->extent()));
        const double room = scene().layout.title.width();
        QVERIFY(room > 0);
        QVERIFY2(QFontMetricsF(bold).horizontalAdvance(scene().title) <= room,
                 qPrintable(scene().title));
    }
}

void ContextPanelTest::aFigureHasACaptionOnlyForWhatIsSelected() {
    const int silent = panel_->figure(QString()).size.height();
    viewpoint_->setSelected({.source = 1});
    QVERIFY(panel_->figure(QString()).size.height() > silent);
}

void ContextPanelTest::theTableHoldsWhatIsComputed() {
    const QStringList lines = tsv(panel_->tables()).split(u'\n');
    QCOMPARE(lines.size(), 9);
    QVERIFY(panel_->hasTable());
    QVERIFY(lines[0].startsWith(QStringLiteral("word\tα\tcosine\tdistance\tunit 1\t")));
    const QStringList sum = lines[8].split(u'\t');
    for (const int unit : {0, 5}) {
        QCOMPARE(lines[3].split(u'\t')[4 + unit].toFloat(), term(2, unit));
        QCOMPARE(sum[4 + unit].toFloat(), step().context(unit));
    }
    const QStringList row = lines[3].split(u'\t');
    QCOMPARE(row[0], scene().data.rows[2].word);
    QCOMPARE(row[1].toFloat(), step().weights(2));
    QVERIFY(std::abs(row[3].toDouble() - scene().data.rows[2].distance) < 1e-6);
    viewpoint_->setMoment({Stage::softmax, 2, 1});
    QVERIFY(tsv(panel_->tables()).split(u'\n')[3].split(u'\t')[4].isEmpty());
    QVERIFY(tsv(panel_->tables()).split(u'\n')[8].split(u'\t')[4].isEmpty());
}

void ContextPanelTest::emptyStatesSayWhatToDo() {
    viewpoint_->setMoment({Stage::forward, 1, 0.5});
    QVERIFY(panel_->message().contains(QStringLiteral("still being read")));
    viewpoint_->setMoment(endOfStep(1, viewpoint_->extent()));
    QVERIFY(panel_->message().isEmpty());
    viewpoint_->setTrace(nullptr);
    QVERIFY(panel_->message().startsWith(QStringLiteral("Type something above")));
    QVERIFY(tsv(panel_->tables()).isEmpty());
    QVERIFY(!panel_->hasTable());
    auto begun = std::make_shared<model::Trace>(*trace_);
    begun->steps.clear();
    begun->target.clear();
    viewpoint_->setTrace(begun);
    QVERIFY(panel_->message().contains(QStringLiteral("no word yet")));
}

void ContextPanelTest::aTranslationLooksTheSameWhicheverThreadPaintedIt() {
    viewpoint_->setTrace(support::syntheticTrace(5, 7));
    const QImage inAdvance = image();
    const QSize size = panel_->size();
    for (const QSize other : {size - QSize(60, 40), size}) {
        panel_->resize(other);
        QTRY_COMPARE(panel_->size(), other);
        QCOMPARE(image() == inAdvance, other == size);
    }
}

REGISTER_QT_TEST(ContextPanelTest)
#include "context/panel_test.moc"
