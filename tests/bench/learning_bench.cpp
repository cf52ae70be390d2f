// SPDX-License-Identifier: GPL-3.0-or-later
// What the user sees of a small model that learns a task: when so many of the held-out pairs are
// right, how far its attention follows the alignment, and how its twin without attention does on
// the same pairs, by length. Seconds are also those of the processor, all threads together, which
// other programs change little.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <string>
#include <vector>

#include "model/exceptions.h"
#include "model/training/tasks/experiment.h"

namespace {

using namespace model;
using namespace model::training;

/// Of all threads, in seconds.
double processorSeconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// A place on the way of a run; −1 where it was not reached.
struct Milestone {
    long updates = -1;
    long pairs = -1;
    double processor = -1;  ///< seconds, of all threads together
    double elapsed = -1;    ///< seconds of training, held-out pairs not counted
};

/// Measures one run, from snapshot to snapshot.
class Course {
  public:
    explicit Course(const ExperimentOptions &options) : experiment_(options) {
        const double begin = processorSeconds();
        experiment_.run([&](const Experiment &, const auto &snapshot) {
            const HeldOutFigures &figures = snapshot->heldOut;
            const Progress &progress = snapshot->progress;
            const Milestone here{progress.update, progress.pairs, processorSeconds() - begin,
                                 progress.elapsed};
            for (std::size_t i = 0; i < accuracies.size(); ++i) {
                if (reached_[i].updates < 0 && figures.accuracy >= accuracies[i]) {
                    reached_[i] = here;
                }
            }
            if (aligned_.updates < 0 && figures.aligned.value_or(0) >= alignedShare) {
                aligned_ = here;
            }
            end_ = here;
        });
    }

    void print(const std::string &title) const {
        const Snapshot &last = *experiment_.latest();
        std::printf("%s\n", title.c_str());
        print("end", end_);
        for (std::size_t i = 0; i < accuracies.size(); ++i) {
            print(percent(accuracies[i], "right"), reached_[i]);
        }
        if (last.heldOut.aligned) {
            print(percent(alignedShare, "aligned"), aligned_);
            std::printf("    at the end %.1f %% of the attention aligned, entropy %.2f\n",
                        100 * *last.heldOut.aligned, *last.heldOut.entropy);
        }
        std::printf("    at the end %.1f %% right; by source letters:",
                    100 * last.heldOut.accuracy);
        for (const LengthAccuracy &range : last.heldOut.byLength) {
            std::printf("  %d-%d %.0f %%", range.least, range.most,
                        100.0 * range.right / range.pairs);
        }
        std::printf("\n");
        std::fflush(stdout);
    }

  private:
    static constexpr std::array accuracies{0.95, 0.99};
    static constexpr double alignedShare = 0.7;

    static std::string percent(double share, const char *what) {
        return std::to_string(static_cast<int>(100 * share + 0.5)) + " % " + what;
    }
    static void print(const std::string &what, const Milestone &milestone) {
        if (milestone.updates < 0) {
            std::printf("    %-16s never\n", what.c_str());
        } else {
            std::printf("    %-16s %5ld updates %6ld pairs %5.1f s of the processor, %5.1f s\n",
                        what.c_str(), milestone.updates, milestone.pairs, milestone.processor,
                        milestone.elapsed);
        }
    }

    Experiment experiment_;
    std::array<Milestone, accuracies.size()> reached_;
    Milestone aligned_;
    Milestone end_;
};

void measure(const Task &task) {
    ExperimentOptions options;
    options.task = task.name;
    options.heldOutPairs = 1000;
    Course(options).print(options.task);
    options.guidance = 0;
    Course(options).print(options.task + ", attention without guidance");
    options.architecture = Architecture::bottleneck;
    Course(options).print(options.task + ", without attention");
}

}  // namespace

/// The arguments are names of tasks; none: all of them.
int main(int argc, char **argv) {
    try {
        const std::vector<std::string> chosen(argv + 1, argv + argc);
        for (const Task &task : tasks()) {
            if (chosen.empty() || std::ranges::count(chosen, task.name) > 0) {
                measure(task);
            }
        }
        return EXIT_SUCCESS;
    } catch (...) {
        std::fprintf(stderr, "%s\n", messageOf(std::current_exception()).english().c_str());
        return EXIT_FAILURE;
    }
}
