// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/animation.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <memory>
#include <numeric>

#include "model/error.h"
#include "tests/support/qt_test.h"
#include "tests/widgets/figure/animations.h"

using namespace support;
using widgets::AnimationFile;
using widgets::ExportError;

/// What is written as an animation, and read back by other programs.
class AnimationTest : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<QTemporaryDir> folder_;

    QString path(const QString &name) const { return folder_->filePath(name); }
    QStringList names() const {
        return QDir(folder_->path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    /// The sentence with which something is refused; empty if it is not.
    template <class Act>
    static QString refusal(const Act &act) {
        try {
            act();
        } catch (const ExportError &error) {
            return error.sentence();
        }
        return {};
    }

    static void addFormats() {
        QTest::addColumn<QString>("name");
        QTest::addRow("GIF") << "a.gif";
        QTest::addRow("WebP") << "a.webp";
    }

    ReadAnimation read(const QString &name) const {
        return name.endsWith(".gif") ? readGif(path(name)) : readWebp(path(name));
    }

  private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void framesAreReadBackAsTheyWere_data() { addFormats(); }
    void framesAreReadBackAsTheyWere() {
        QFETCH(QString, name);
        widgets::writeAnimation(path(name), 6, [](int i) {
            return AnimationFrame{drawing(i), 40 + 10 * i};
        });
        const ReadAnimation animation = read(name);
        QCOMPARE(animation.frames.size(), std::size_t(6));
        for (int i = 0; i < 6; ++i) {
            QCOMPARE(animation.frames[std::size_t(i)], asShown(drawing(i)));
            QCOMPARE(animation.milliseconds[std::size_t(i)], 40 + 10 * i);
        }
        QCOMPARE(animation.loops, name.endsWith(".gif") ? -1 : 0);
        QCOMPARE(names(), QStringList(name));
    }

    void equalFramesBecomeOneThatIsShownLonger_data() { addFormats(); }
    void equalFramesBecomeOneThatIsShownLonger() {
        QFETCH(QString, name);
        widgets::writeAnimation(path(name), 6, [](int i) {
            return AnimationFrame{drawing(i < 4 ? 0 : 3), 50};
        });
        const ReadAnimation animation = read(name);
        QCOMPARE(animation.frames.size(), std::size_t(2));
        QCOMPARE(animation.milliseconds, (std::vector<int>{200, 100}));
    }

    void aPictureOfManyColorsIsNearlyTheSameAsAGif() {
        QImage many(200, 200, QImage::Format_RGB32);
        for (int y = 0; y < 200; ++y)
            for (int x = 0; x < 200; ++x)
                many.setPixel(x, y, y < 100 ? qRgb(240, 241, 242) : qRgb(x, y, (x + y) / 2));
        widgets::writeAnimation(path("many.gif"), 1, [&](int) { return AnimationFrame{many, 40}; });
        const QImage read = readGif(path("many.gif")).frames.at(0);
        int farthest = 0;
        for (int y = 0; y < 200; ++y)
            for (int x = 0; x < 200; ++x) {
                const QRgb a = many.pixel(x, y);
                const QRgb b = read.pixel(x, y);
                if (y < 100)
                    QCOMPARE(b, a);  // no noise where there is one colour
                farthest =
                    std::max({farthest, std::abs(qRed(a) - qRed(b)),
                              std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
            }
        QVERIFY2(farthest <= 16, qPrintable(QString::number(farthest)));
    }

    void durationsOfAGifAddUp() {
        // Sixty frames a second have no number of ticks.
        widgets::writeAnimation(path("a.gif"), 6, [](int i) {
            return AnimationFrame{drawing(i), 33};
        });
        const std::vector<int> times = readGif(path("a.gif")).milliseconds;
        QCOMPARE(std::accumulate(times.begin(), times.end(), 0), 200);
    }

    void aFrameThatIsTooShortForAGifIsShownForTwoTicks() {
        widgets::writeAnimation(path("a.gif"), 3, [](int i) {
            return AnimationFrame{drawing(i), 1};
        });
        QCOMPARE(readGif(path("a.gif")).milliseconds, (std::vector<int>{20, 20, 20}));
    }

    void framesAreNumberedPictures() {
        widgets::writeAnimation(path("frames/"), 3, [](int i) {
            return AnimationFrame{drawing(i < 2 ? 0 : 1), 40};
        });
        QCOMPARE(QDir(path("frames")).entryList(QDir::Files),
                 (QStringList{"frame-00001.png", "frame-00002.png", "frame-00003.png"}));
        QCOMPARE(asShown(QImage(path("frames/frame-00003.png"))), asShown(drawing(1)));
        QVERIFY(!QImage(path("frames/frame-00001.png")).hasAlphaChannel());
        QCOMPARE(names(), QStringList("frames"));
    }

    void framesTakeThePlaceOfAnEmptyFolderOnly() {
        QDir(folder_->path()).mkdir("frames");
        const auto write = [&] {
            widgets::writeAnimation(path("frames/"), 1, [](int i) {
                return AnimationFrame{drawing(i), 40};
            });
        };
        write();
        QCOMPARE(QDir(path("frames")).entryList(QDir::Files), QStringList("frame-00001.png"));
        QCOMPARE(refusal(write),
                 QString("“%1” cannot be written: the folder is not empty.").arg(path("frames/")));
    }

    void nothingIsLeftOfWhatWasNotKept_data() {
        addFormats();
        QTest::addRow("frames") << "frames/";
    }
    void nothingIsLeftOfWhatWasNotKept() {
        QFETCH(QString, name);
        std::stop_source stop;
        QVERIFY_EXCEPTION_THROWN(widgets::writeAnimation(
                                     path(name), 5,
                                     [&](int i) {
                                         if (i == 2)
                                             stop.request_stop();
                                         return AnimationFrame{drawing(i), 40};
                                     },
                                     {}, stop.get_token()),
                                 model::Cancelled);
        QCOMPARE(names(), QStringList());
    }

    void whatAKilledProcessLeftIsNoPartOfTheFrames() {
        QDir(folder_->path()).mkdir("frames.attention-part");
        QVERIFY(drawing(0).save(path("frames.attention-part/frame-00009.png")));
        widgets::writeAnimation(path("frames/"), 1, [](int i) {
            return AnimationFrame{drawing(i), 40};
        });
        QCOMPARE(QDir(path("frames")).entryList(QDir::Files), QStringList("frame-00001.png"));
    }

    void progressIsTold() {
        std::vector<double> heard;
        widgets::writeAnimation(
            path("a.gif"), 4,
            [](int i) {
                return AnimationFrame{drawing(i), 40};
            },
            [&](double done) { heard.push_back(done); });
        QCOMPARE(heard, (std::vector<double>{0.25, 0.5, 0.75, 1}));
    }

    void whatCannotBeWrittenIsSaid() {
        const auto begin = [&](const QString &file) {
            return refusal([&] { const AnimationFile animation(file); });
        };
        QCOMPARE(begin(path("a.mp4")),
                 QString("The name “%1” of an animation should end in .gif or .webp, or in / for a "
                         "folder of PNG pictures.")
                     .arg(path("a.mp4")));
        QVERIFY(begin(path("none/a.gif")).contains("does not exist"));
        QVERIFY(begin(path("none/a/")).contains("does not exist"));
        QFile file(path("a.gif"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(begin(path("a.gif/")).contains("it is not a folder"));
        AnimationFile first(path("b.webp"));
        QVERIFY(begin(path("b.webp")).contains("something else is writing it now"));
        const AnimationFile frames(path("c/"));
        QVERIFY(begin(path("c/")).contains("something else is writing it now"));
    }

    void framesThatDoNotFitAreRefused() {
        AnimationFile animation(path("a.webp"));
        animation.add({drawing(0), 40});
        QCOMPARE(refusal([&] {
                     animation.add({drawing(0, QSize(60, 70)), 40});
                 }),
                 QString("A frame has 60 × 70 pixels, those before it have 120 × 80."));
        QVERIFY(refusal([&] { animation.add({QImage(), 40}); }).contains("0 × 0"));
        AnimationFile wide(path("b.webp"));
        QVERIFY(refusal([&] {
                    wide.add({QImage(16384, 1, QImage::Format_RGB32), 40});
                }).contains("16383"));
        AnimationFile empty(path("c.gif"));
        QCOMPARE(refusal([&] { empty.keep(); }), QString("There is nothing to animate."));
    }

    void aFullDiskIsSaidAndLeavesNothing() {
        if (!QFileInfo("/dev/full").exists())
            QSKIP("this system has no device that is full");
        QVERIFY(refusal([&] {
                    const AnimationFile animation("/dev/full/");
                }).contains("it is not a folder"));
    }
};

REGISTER_QT_TEST(AnimationTest)
#include "figure/animation_test.moc"
