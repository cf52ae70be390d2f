// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/error_text.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QTranslator>
#include <stdexcept>

namespace widgets {
namespace {

/// Knows two texts of model/, in a language where the order is another.
class Dutch : public QTranslator {
  public:
    QString translate(const char *context, const char *text, const char *, int) const override {
        const std::string_view source(text);
        if (std::string_view(context) != "model")
            return {};
        if (source == "tensor %1: %2.")
            return QStringLiteral("%2 (tensor %1).");
        if (source == "got %1 values, expected %2")
            return QStringLiteral("%2 waarden verwacht, %1 gekregen");
        return {};
    }
    bool isEmpty() const override { return false; }
};

const model::ModelFileError refusal("tensor %1: %2.", "\"50 %2\"",
                                    model::Message("got %1 values, expected %2", 3, 4));

TEST(ErrorText, isEnglishWithoutATranslation) {
    EXPECT_EQ(errorText(refusal.message()).toStdString(), refusal.what());
}

TEST(ErrorText, isTranslatedWithItsArguments) {
    int argc = 0;
    const QCoreApplication application(argc, nullptr);
    Dutch dutch;
    QCoreApplication::installTranslator(&dutch);
    EXPECT_EQ(errorText(refusal.message()).toStdString(),
              "4 waarden verwacht, 3 gekregen (tensor \"50 %2\").");
    QCoreApplication::removeTranslator(&dutch);
}

TEST(ErrorText, tellsAnyException) {
    const auto told = [](const auto &error) {
        return errorText(std::make_exception_ptr(error)).toStdString();
    };
    EXPECT_EQ(told(refusal), refusal.what());
    EXPECT_EQ(told(std::runtime_error("Hm.")), "Hm.");
    EXPECT_EQ(told(std::bad_alloc()), "There is not enough memory for this.");
    EXPECT_EQ(told(1), "Something unknown went wrong.");
}

}  // namespace
}  // namespace widgets
