// SPDX-License-Identifier: GPL-3.0-or-later
// The heatmap as the difference from a reference that is no original.
#include <QAction>

#include "tests/support/qt_test.h"
#include "tests/widgets/heatmap/window.h"

using namespace widgets;

class HeatmapDifferenceTest : public QObject, HeatmapWindow {
    Q_OBJECT

  private:
    std::shared_ptr<const model::Trace> other_;

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
