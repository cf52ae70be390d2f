// SPDX-License-Identifier: GPL-3.0-or-later
// A batch: lines are dealt out to processes of this program, whose answers come in any order.
#include "app/headless/batch.h"

#include <unistd.h>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QLockFile>
#include <QProcess>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <memory>
#include <utility>
#include <vector>

#include "app/headless/index.h"
#include "app/headless/line_source.h"
#include "app/headless/tar.h"
#include "model/printable.h"
#include "widgets/figure/file.h"

namespace app {
namespace {

constexpr int failureStatus = 1;
constexpr qint64 betweenReports = 200;         // milliseconds, on a terminal
constexpr qint64 betweenReportLines = 10'000;  // elsewhere, where each stays
constexpr std::size_t longestReport = 4000;    // bytes

/// Whose tr() the texts here are.
struct BatchText {
    Q_DECLARE_TR_FUNCTIONS(app::Batch)
};

/// What the batch says of itself on the standard error.
class Report {
  public:
    Report() { timer_.start(); }

    /// Of a line of the input.
    void problem(long line, const QString &why) {
        clear();
        const QString text = BatchText::tr("line %1: %2").arg(line).arg(why);
        std::fprintf(stderr, "attention-visualizer: %s\n",
                     model::printable(text.toStdString(), longestReport).c_str());
        ++failed;
    }
    /// Now and then, how far it has come.
    void progress() {
        if (timer_.elapsed() < (terminal_ ? betweenReports : betweenReportLines))
            return;
        timer_.restart();
        clear();
        std::fprintf(stderr, terminal_ ? "%s" : "%s\n", qUtf8Printable(summary()));
        std::fflush(stderr);
    }
    void end() {
        clear();
        std::fprintf(stderr, "%s\n", qUtf8Printable(summary()));
    }

    int done = 0;
    int there = 0;
    int failed = 0;

  private:
    QString summary() const {
        return BatchText::tr("Lines: %1 done, %2 there already, %3 failed.")
            .arg(done)
            .arg(there)
            .arg(failed);
    }
    void clear() const {
        if (terminal_)
            std::fputs("\r\033[K", stderr);
    }

    bool terminal_ = ::isatty(STDERR_FILENO) != 0;
    QElapsedTimer timer_;
};

/// Where the files go: a folder with its index, or a tar archive by way of a folder that is gone
/// afterwards.
class Destination {
  public:
    explicit Destination(const BatchOptions &options) {
        if (options.output == QLatin1String("-")) {
            passing_ = std::make_unique<QTemporaryDir>();
            if (!passing_->isValid())
                throw widgets::ExportError(
                    BatchText::tr("There is no folder for temporary files."));
            folder_ = passing_->path();
            return;
        }
        folder_ = options.output;
        if (!QDir().mkpath(folder_))
            throw widgets::unwritable(folder_, BatchText::tr("no such folder can be made"));
        lock_ = std::make_unique<QLockFile>(QDir(folder_).filePath(".attention-batch.lock"));
        lock_->setStaleLockTime(0);  // only the end of its process ends it
        if (!lock_->tryLock(0))
            throw lock_->error() == QLockFile::LockFailedError
                ? widgets::unwritable(folder_, BatchText::tr("another batch is writing there now"))
                : widgets::unwritable(folder_, BatchText::tr("no file can be made in it"));
        index_ = std::make_unique<BatchIndex>(folder_, madeBy(options));
    }

    const QString &folder() const { return folder_; }
    bool has(const LineSource::Line &line) const {
        return index_ && index_->has(line.number, QString::fromUtf8(line.text));
    }
    /// Takes the files of a line. @throws widgets::ExportError
    void take(const LineSource::Line &line, const WorkerAnswer &answer) {
        if (index_)
            return index_->add(line.number, QString::fromUtf8(line.text), answer.text,
                               answer.files);
        for (const QString &name : answer.files) {
            QFile file(QDir(folder_).filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                throw widgets::unwritable(file.fileName(), file.errorString());
            send(tarEntry(name, file.readAll()));
            file.remove();
        }
    }
    void end() {
        if (passing_)
            send(tarEnd());
    }

  private:
    /// What has to be the same for files to be the same.
    static QString madeBy(const BatchOptions &options) {
        const QFileInfo model(options.model);
        return QStringLiteral("# %1 %2 %3 %4 %5")
            .arg(QCoreApplication::applicationName(), QCoreApplication::applicationVersion(),
                 options.workerArguments.join(u' '))
            .arg(model.isFile() ? model.size() : 0)
            .arg(model.isFile() ? model.lastModified().toMSecsSinceEpoch() : 0);
    }
    static void send(const QByteArray &bytes) {
        if (std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stdout) !=
                std::size_t(bytes.size()) ||
            std::fflush(stdout) != 0)
            throw widgets::ExportError(
                BatchText::tr("The archive could not be written to the standard output."));
    }

    QString folder_;
    std::unique_ptr<QTemporaryDir> passing_;
    std::unique_ptr<QLockFile> lock_;
    std::unique_ptr<BatchIndex> index_;
};

/// A process that does lines, one at a time.
struct WorkerProcess {
    QProcess process;
    bool ready = false;
    std::optional<LineSource::Line> line;  ///< under way

    bool idle() const { return ready && !line; }
};

class Batch : public QObject {
  public:
    explicit Batch(const BatchOptions &options)
        : options_(options), source_(options.input), destination_(options) {
        connect(&source_, &LineSource::moved, this, [this] { guarded([this] { deal(); }); });
    }

    ~Batch() override {
        for (const auto &worker : workers_) {
            worker->process.disconnect(this);
            worker->process.closeWriteChannel();
            worker->process.waitForFinished();
        }
    }

    int run() {
        startWorker();
        loop_.exec();
        if (failure_)
            std::rethrow_exception(failure_);
        if (status_)
            return *status_;
        destination_.end();
        report_.end();
        return report_.failed > 0 ? failureStatus : 0;
    }

  private:
    /// Runs what an event asks for; what it throws ends the batch.
    template <class Act>
    void guarded(const Act &act) {
        try {
            act();
        } catch (...) {
            failure_ = std::current_exception();
            loop_.quit();
        }
    }

    void startWorker() {
        auto worker = std::make_unique<WorkerProcess>();
        WorkerProcess *one = worker.get();
        workers_.push_back(std::move(worker));
        one->process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        connect(&one->process, &QProcess::readyReadStandardOutput, this,
                [this, one] { guarded([this, one] { hear(*one); }); });
        // Queued: it may not be destroyed by its own signal.
        connect(
            &one->process, &QProcess::finished, this,
            [this, one](int status) { guarded([this, one, status] { bury(*one, status); }); },
            Qt::QueuedConnection);
        one->process.start(QCoreApplication::applicationFilePath(),
                           options_.workerArguments +
                               QStringList{QStringLiteral("--export"), destination_.folder()});
    }

    void hear(WorkerProcess &worker) {
        while (worker.process.canReadLine()) {
            const QByteArray text = worker.process.readLine().chopped(1);
            if (text == "ready")
                becomeReady(worker);
            else if (const auto answer = readAnswer(text); answer && worker.line)
                take(worker, *answer);
        }
        deal();
    }

    /// Only what one process could do is worth a second.
    void becomeReady(WorkerProcess &worker) {
        worker.ready = true;
        while (workers_.size() < std::size_t(options_.jobs))
            startWorker();
    }

    void take(WorkerProcess &worker, const WorkerAnswer &answer) {
        const LineSource::Line line = *std::exchange(worker.line, std::nullopt);
        if (!answer.done)
            return report_.problem(line.number, answer.text);
        destination_.take(line, answer);
        ++report_.done;
    }

    /// A process that ended before the end.
    void bury(const WorkerProcess &worker, int status) {
        if (!worker.ready) {
            status_ = status == 0 ? failureStatus : status;  // it has said why
            return loop_.quit();
        }
        if (worker.line)
            report_.problem(worker.line->number,
                            BatchText::tr("The process that drew it ended unexpectedly."));
        std::erase_if(workers_, [&](const auto &each) { return each.get() == &worker; });
        startWorker();
    }

    /// Gives lines to who waits for one.
    void deal() {
        for (const auto &worker : workers_)
            if (worker->idle())
                give(*worker);
        report_.progress();
        if (!source_.trouble().isEmpty())
            throw widgets::ExportError(
                BatchText::tr("“%1” cannot be read: %2.").arg(options_.input, source_.trouble()));
        const bool busy = std::ranges::any_of(
            workers_, [](const auto &worker) { return worker->line.has_value(); });
        const bool anyReady =
            std::ranges::any_of(workers_, [](const auto &worker) { return worker->ready; });
        if (source_.ended() && !busy && anyReady)
            loop_.quit();
    }

    void give(WorkerProcess &worker) {
        while (const auto line = source_.next()) {
            if (line->text.trimmed().isEmpty())
                continue;
            if (destination_.has(*line)) {
                ++report_.there;
                continue;
            }
            worker.line = line;
            worker.process.write(QByteArray::number(qlonglong(line->number)) + '\t' + line->text +
                                 '\n');
            return;
        }
    }

    const BatchOptions &options_;
    LineSource source_;
    Destination destination_;
    Report report_;
    std::vector<std::unique_ptr<WorkerProcess>> workers_;
    QEventLoop loop_;
    std::exception_ptr failure_;
    std::optional<int> status_;
};

}  // namespace

int runBatch(const BatchOptions &options) {
    Batch batch(options);
    return batch.run();
}

}  // namespace app
