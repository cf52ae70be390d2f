// SPDX-License-Identifier: GPL-3.0-or-later
// The heatmap as the difference from a reference that is no original.
#include <QAccessible>
#include <QAction>

#include "tests/support/qt_test.h"
#include "tests/widgets/heatmap/window.h"
#include "widgets/drawing/theme.h"
#include "widgets/figure/file.h"
#include "widgets/text/numbers.h"

using namespace widgets;

class HeatmapDifferenceTest : public QObject, HeatmapWindow {
    Q_OBJECT

  private:
    std::shared_ptr<const model::Trace> other_;

    QString label(int row) const { return view_->plot()->data().rowLabels().at(row); }
    using PanelWindow::label;
    /// Without a difference, beside the heatmap: effects of 3/4 where the reference has 1/4, and of
    /// 1/2 where it has the same.
    void showEffects() {
        view_->findChild<QAction *>("heatmapDifference")->trigger();
        viewpoint_->setReference(other_, "that");
        view_->findChild<QAction *>("heatmapEffects")->trigger();
        std::vector<model::StepEffects> effects(6);
        std::vector<model::StepEffects> before(6);
        for (std::size_t step = 0; step < effects.size(); ++step) {
            effects[step].effects[0].difference = 0.75;
            before[step].effects[0].difference = 0.25;
            effects[step].effects[1].difference = before[step].effects[1].difference = 0.5;
        }
        viewpoint_->setEffects(std::make_shared<const std::vector<model::StepEffects>>(effects));
        viewpoint_->setReferenceEffects(
            std::make_shared<const std::vector<model::StepEffects>>(before));
        QCOMPARE(view_->plot()->data().originalEffects.rows(), 6);
    }

  private slots:
    void init() {
        open();
        // The same words, looked at otherwise.
        auto other = std::make_shared<model::Trace>(
            *support::ofSource(trace_->source, *support::syntheticTrace(6, 5, 8)));
        other->choices = trace_->choices;
        other->target = trace_->target;
        other_ = other;
        view_->findChild<QAction *>("heatmapDifference")->trigger();
    }
    void cleanup() { close(); }

    void cellsAreSignedDifferences() {
        QVERIFY(!view_->plot()->showsDifference());
        viewpoint_->setReference(other_, "that");
        QVERIFY(view_->plot()->showsDifference());
        int above = 0;
        int below = 0;
        for (int row = 0; row < 6; ++row)
            for (int column = 0; column < 7; ++column) {
                const double value = view_->plot()->cellValue(row, column);
                QVERIFY(std::abs(value - double(trace_->step(row).weights(column) -
                                                other_->step(row).weights(column))) < 1e-6);
                above += value > 0.1;
                below += value < -0.1;
            }
        QVERIFY(above > 0 && below > 0);
    }

    void anEffectShowsWhatItIsInTheReference() {
        showEffects();
        const HeatmapPlot &plot = *view_->plot();
        QCOMPARE(plot.effectBefore(0, 0), std::optional(0.25));
        QVERIFY2(!plot.effectBefore(1, 1), "it is the same");
        const QRectF cell = plot.effectCell(0, 0);
        const QRectF mark = plot.effectMark(0, 0);
        QVERIFY(cell.adjusted(1, 1, -1, -1).contains(mark));
        QCOMPARE(plot.effectMark(1, 1), QRectF());
        const QImage image = view_->picture().toImage();
        const auto colorAt = [&](const QPointF &place) {
            return image.pixelColor(place.toPoint());
        };
        QCOMPARE(colorAt(cell.topLeft() + QPointF(3, 3)), plot.colorOf(0.75));
        QCOMPARE(colorAt(mark.center()), plot.colorOf(0.25));
        QCOMPARE(colorAt(plot.effectCell(1, 1).center()), plot.colorOf(0.5));
        const QString told = " would change " + percentage(0.75) + " of what “" + label(0) +
                             "” is chosen from, " + percentage(0.25) + " in that";
        pointAt(cell.center().toPoint());
        QVERIFY2(view_->caption().endsWith(told), qPrintable(view_->caption()));
        QVERIFY(view_->spoken().endsWith(told));
        // A cell of the table for screen readers, beside those of the source.
        auto *table = QAccessible::queryAccessibleInterface(view_->plot())->tableInterface();
        QCOMPARE(table->columnCount(), 7 + model::otherAttentionCount);
        QCOMPARE(table->columnDescription(7), QString("uniform attention"));
        QVERIFY(table->cellAt(0, 7)->text(QAccessible::Name).endsWith(told));
        QVERIFY(!table->cellAt(1, 8)->text(QAccessible::Name).contains(" in that"));
        viewpoint_->setReference(nullptr, {});
        QVERIFY2(!view_->plot()->effectBefore(0, 0), "there is no reference");
    }

    void inADifferenceEffectsAreDifferencesToo() {
        showEffects();
        const QColor alone = view_->plot()->effectColor(0, 0);
        view_->findChild<QAction *>("heatmapDifference")->trigger();
        QVERIFY(view_->plot()->showsDifference());
        QCOMPARE(view_->plot()->effectValue(0, 0), 0.5);
        QCOMPARE(view_->plot()->effectColor(0, 0),
                 Theme::of(view_->plot()->palette()).diverging(0.5));
        QVERIFY(view_->plot()->effectColor(0, 0) != alone);
        QCOMPARE(view_->plot()->effectMark(0, 0), QRectF());
        pointAt(view_->plot()->effectCell(0, 0).center().toPoint());
        QVERIFY2(view_->caption().endsWith(percentage(0.25) + " in that"),
                 qPrintable(view_->caption()));
    }

    void aFigureShowsThemAsTheWindowDoes() {
        showEffects();
        const auto painted = [this] {
            const Figure figure = view_->figure({});
            return figureImage(figure, 1);
        };
        const QImage with = painted();
        viewpoint_->setReferenceEffects(nullptr);
        const QImage without = painted();
        QCOMPARE(with.size(), without.size());
        int framed = 0;
        for (int y = 0; y < with.height(); ++y)
            for (int x = 0; x < with.width(); ++x)
                framed += with.pixel(x, y) != without.pixel(x, y) &&
                          with.pixelColor(x, y) == view_->plot()->colorOf(0.25);
        QVERIFY2(framed > 20, QByteArray::number(framed));
    }

    void whatCannotBeComparedIsNot() {
        viewpoint_->setReference(support::syntheticTrace(5, 5, 3), "another sentence");
        QVERIFY(!view_->plot()->showsDifference());
        viewpoint_->setTrace(support::tinyTrace("le chat dort"));
        viewpoint_->setReference(support::tinyTrace("le chat dort", "tiny_bottleneck"), "twin");
        QVERIFY(!view_->plot()->showsDifference());
        QVERIFY(!view_->picture().isNull());
        viewpoint_->setReference(support::tinyTrace("le chat dort", "tiny_dot"), "another model");
        QVERIFY(view_->plot()->showsDifference());
    }
};

REGISTER_QT_TEST(HeatmapDifferenceTest)
#include "heatmap/difference_test.moc"
