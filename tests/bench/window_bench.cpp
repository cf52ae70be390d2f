// SPDX-License-Identifier: GPL-3.0-or-later
// How long the user waits for the window, and how much memory it takes. Offscreen; each figure as
// the median and the 99th percentile of single actions, in milliseconds.
#include <benchmark/benchmark.h>

#include <QApplication>
#include <QDockWidget>
#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <memory>
#include <vector>

#include "app/session/session.h"
#include "app/window/examples.h"
#include "app/window/header.h"
#include "app/window/main_window.h"
#include "tests/bench/durations.h"
#include "tests/support/traces.h"
#include "widgets/drawing/style.h"
#include "widgets/unrolled/view.h"
#include "widgets/viewpoint/edit.h"
#include "widgets/viewpoint/viewpoint.h"
#include "widgets/viewpoint/weights.h"

namespace {

using bench::Durations;

/// Twenty words, our own.
const QString twentyWords = QStringLiteral(
    "Quand le vieux marin est revenu au port, sa fille attendait devant la petite maison bleue de "
    "leur tante Marie.");
/// Forty words.
const QString fortyWords = QStringLiteral(
    "Quand le vieux marin est revenu au port, sa fille attendait devant la petite maison bleue de "
    "leur tante Marie, parce que personne ne lui avait dit que le bateau arriverait si tard dans "
    "la nuit, après la pluie.");

/// Everything that is due is painted now, without waiting for the screen's rhythm.
void paint(QWidget &window) {
    QCoreApplication::sendPostedEvents();
    QEvent request(QEvent::UpdateRequest);
    QCoreApplication::sendEvent(&window, &request);
}

/// The program's window with every panel in view beside each other, none behind another.
class Window {
  public:
    explicit Window(const QString &model = {}) : window_(&session_) {
        session_.openBuiltInModels(model);
        window_.resize(2400, 1600);
        window_.show();
        waitFor([this] { return session_.model() != nullptr; });
        auto *stage = window_.findChild<QMainWindow *>(QStringLiteral("stage"));
        const auto docks = stage->findChildren<QDockWidget *>();
        for (int i = 0; i < docks.size(); ++i) {
            docks[i]->show();
            stage->addDockWidget(i % 2 == 0 ? Qt::RightDockWidgetArea : Qt::LeftDockWidgetArea,
                                 docks[i], Qt::Vertical);
        }
        QCoreApplication::processEvents();
        paint(window_);
    }

    app::MainWindow &window() { return window_; }
    widgets::Viewpoint &viewpoint() { return *session_.viewpoint(); }
    QLineEdit &edit() { return *window_.header()->sentence(); }

    template <class Condition>
    void waitFor(const Condition &condition) {
        while (!condition())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    /// Until the translation of what is typed is complete and painted.
    void settle() {
        waitFor([this] {
            const auto &trace = viewpoint().trace();
            return session_.state() == app::Session::State::shown && trace &&
                   trace->source.text() == edit().text().toStdString() &&
                   trace->ending != model::Ending::running;
        });
        paint(window_);
    }

  private:
    app::Session session_;
    app::MainWindow window_;
};

/// Changes the weight of a source word at a step by hand, up and down in turns.
class Edit {
  public:
    explicit Edit(widgets::Viewpoint &viewpoint) : viewpoint_(viewpoint) {}
    /// Asks for the next one.
    void make() {
        const model::Trace &trace = *viewpoint_.trace();
        const model::Row &weights = trace.step(step).weights;
        share_ = share_ > 0.5 ? 0.2 : 0.8;
        asked_ = widgets::attendBy(trace, {{step, widgets::withShare(weights, {2}, share_)}});
        viewpoint_.ask(asked_);
    }
    bool answered() const {
        const auto &trace = viewpoint_.trace();
        return trace->ending != model::Ending::running &&
               trace->interventions == asked_.interventions.ofSteps(trace->targetLength());
    }

  private:
    static constexpr int step = 3;  // all but a few words follow

    widgets::Viewpoint &viewpoint_;
    widgets::Edit asked_;
    double share_ = 0;
};

double residentMegabytes() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').front().toDouble() / 1024;
    return 0;
}

/// A sentence without its last sign, which comes and goes.
void pressKeys(benchmark::State &state, Window &it, const QString &sentence) {
    it.edit().setText(sentence.chopped(1));
    it.settle();
    Durations durations;
    bool longer = true;
    for (auto _ : state) {
        durations.measure(state, [&] {
            QTest::keyClick(&it.edit(), longer ? Qt::Key_Period : Qt::Key_Backspace);
            it.settle();
        });
        longer = !longer;
    }
    durations.report(state);
}

void keyPressToLastPaint(benchmark::State &state) {
    Window it;
    pressKeys(state, it, twentyWords);
}

/// The same in a text of 300 words that is summed up, by the built-in model or by the one that
/// ATTENTION_LONG_MODEL names; the number of its pieces and of the steps is told.
void keyPressInALongText(benchmark::State &state) {
    QString model = qEnvironmentVariable("ATTENTION_LONG_MODEL");
    if (model.isEmpty())
        model = app::builtInModelFor(model::Use::summary);
    if (model.isEmpty())
        return state.SkipWithError("there is no model that sums up");
    Window it(model);
    pressKeys(state, it,
              app::examplesOf(model::Use::summary, QStringLiteral("en")).back().sentences.front());
    state.counters["pieces"] = it.viewpoint().trace()->sourceLength();
    state.counters["steps"] = it.viewpoint().trace()->targetLength();
}

/// From an edit to the translation with it, in every panel.
void editToLastPaint(benchmark::State &state) {
    Window it;
    it.edit().setText(twentyWords);
    it.settle();
    Edit edit(it.viewpoint());
    Durations durations;
    for (auto _ : state)
        durations.measure(state, [&] {
            edit.make();
            it.waitFor([&] { return edit.answered(); });
            paint(it.window());
        });
    durations.report(state);
}
BENCHMARK(keyPressToLastPaint)->UseManualTime()->Iterations(200);
BENCHMARK(keyPressInALongText)->UseManualTime()->Iterations(40);
BENCHMARK(editToLastPaint)->UseManualTime()->Iterations(200);

/// Back and forth over the stages of a 40 × 40 translation.
void scrubStep(benchmark::State &state) {
    Window it;
    it.viewpoint().setTrace(support::syntheticTrace(39, 39));
    const auto extent = it.viewpoint().extent();
    it.viewpoint().setMoment(widgets::endOfReading(extent));
    paint(it.window());
    Durations durations;
    bool onwards = true;
    for (auto _ : state) {
        const auto before = it.viewpoint().moment();
        const auto next =
            onwards ? widgets::nextStage(before, extent) : widgets::previousStage(before, extent);
        durations.measure(state, [&] {
            it.viewpoint().setMoment(next);
            paint(it.window());
        });
        if (it.viewpoint().moment() == before || it.viewpoint().moment().reading())
            onwards = it.viewpoint().moment().reading();
    }
    durations.report(state);
}
BENCHMARK(scrubStep)->UseManualTime()->Iterations(400);

/// Sixteenths of stages, as they are played, in the unrolled view alone.
void animationFrame(benchmark::State &state) {
    const int words = static_cast<int>(state.range(0));
    widgets::Viewpoint viewpoint;
    viewpoint.setTrace(support::syntheticTrace(words - 1, words - 1));
    widgets::UnrolledView view(&viewpoint);
    view.resize(1200, 900);
    view.show();
    QCoreApplication::processEvents();  // what is not exposed is not painted
    const auto extent = viewpoint.extent();
    double position = widgets::position(widgets::endOfReading(extent), extent);
    viewpoint.setMoment(widgets::momentAt(position, extent));
    paint(view);
    Durations durations;
    for (auto _ : state) {
        position += 1.0 / 16;
        if (position > widgets::momentCount(extent))
            position = widgets::position(widgets::endOfReading(extent), extent);
        durations.measure(state, [&] {
            viewpoint.setMoment(widgets::momentAt(position, extent));
            paint(view);
        });
    }
    durations.report(state);
}
BENCHMARK(animationFrame)->Arg(20)->Arg(60)->UseManualTime()->Iterations(600);

void coldStart(benchmark::State &state) {
    Durations durations;
    for (auto _ : state) {
        durations.measure(state, [&] {
            QProcess program;
            program.start(QStringLiteral(PROGRAM), {QStringLiteral("--quit-after-first-paint")});
            if (!program.waitForFinished() || program.exitCode() != 0)
                state.SkipWithError("the program did not start");
        });
    }
    durations.report(state);
}
BENCHMARK(coldStart)->UseManualTime()->Iterations(20);

/// Translations of a sentence of 40 words; the resident memory afterwards.
void memory(benchmark::State &state) {
    for (auto _ : state) {
        Window it;
        for (long i = 0; i < state.range(0); ++i) {
            it.edit().setText(fortyWords + QString::number(i));
            it.settle();
        }
        state.counters["resident_MB"] = residentMegabytes();
    }
}
BENCHMARK(memory)->Arg(10)->Arg(1000)->Iterations(1)->Unit(benchmark::kSecond);

}  // namespace

int main(int argc, char **argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("attention-visualizer-bench"));
    QApplication::setStyle(new widgets::Style);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
