// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QSpinBox>
#include <QToolButton>

#include "app/laboratory/laboratory.h"
#include "app/laboratory/panel.h"
#include "tests/app/window/opened_window.h"

/// The window with its laboratory open, set up for a run that takes a moment.
class OpenedLaboratory : public OpenedWindow {
  public:
    /// The fewest pairs that can be chosen: some fifty batches.
    static constexpr int fewPairs = 2000;

    void openLaboratory() {
        open();
        window()->resize(1280, 900);
        translate("Le chat dort.");
        window()->openLaboratory("second");
        QTRY_VERIFY(panel()->isVisible());
        find<QComboBox>("laboratorySize")->setCurrentIndex(0);
        setPairs(fewPairs);
    }
    void setPairs(int pairs) { find<QSpinBox>("laboratoryPairs")->setValue(pairs); }
    /// Of what can be chosen and never comes to its end while a test looks on.
    void setEndless() {
        find<QComboBox>("laboratorySize")->setCurrentIndex(2);
        setPairs(10'000'000);
    }

    app::Laboratory *laboratory() const { return window()->findChild<app::Laboratory *>(); }
    app::LaboratoryPanel *panel() const { return find<app::LaboratoryPanel>("laboratoryPanel"); }
    widgets::LearningPlot *plot() const { return panel()->plot(); }
    void click(const char *button) {
        QTest::mouseClick(find<QToolButton>(QLatin1String(button)), Qt::LeftButton);
    }
    /// Learns from one more batch.
    void step() {
        QTRY_VERIFY_WITH_TIMEOUT(!laboratory()->busy(), patience);
        const long next = std::max(0L, lastUpdate()) + 1;
        click("laboratoryStep");
        QTRY_VERIFY_WITH_TIMEOUT(lastUpdate() == next && hasRested() && !laboratory()->busy(),
                                 patience);
    }
    /// Runs to the end.
    void learn() {
        click("laboratoryStart");
        QTRY_COMPARE_WITH_TIMEOUT(laboratory()->state(), app::Laboratory::State::ended, patience);
    }
    /// Updates until the last snapshot of every model; −1: there is no run.
    long lastUpdate() const {
        long least = -1;
        for (const auto &curve : laboratory()->data().curves) {
            const long last = curve.points.back().update;
            least = least < 0 ? last : std::min(least, last);
        }
        return least < 0 ? -1 : least;
    }
    bool hasRested() const { return laboratory()->state() == app::Laboratory::State::paused; }
    /// The model whose translation all views show.
    std::shared_ptr<const model::Model> shownModel() const {
        return viewpoint()->trace() ? viewpoint()->trace()->model : nullptr;
    }
    QString shownSource() const {
        return viewpoint()->trace() ? QString::fromStdString(viewpoint()->trace()->source.text())
                                    : QString();
    }
};
