// SPDX-License-Identifier: GPL-3.0-or-later
// attention-model with what it cannot read, take or write.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "tests/app/cli/command.h"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

TEST_F(Command, numbersAreReadWhole) {
    for (const std::string number : {"5x", "5.0", "' 5'", "5,0", "+5", "0x5", "''"}) {
        EXPECT_EQ(run("translate --beam " + number).status, 2) << number;
    }
    for (const std::string number : {"1x", "nan", "inf", "1,5", "1e999", "''"}) {
        EXPECT_EQ(run("translate --length-penalty " + number).status, 2) << number;
    }
}

TEST_F(Command, emptyValuesAreRefused) {
    for (const std::string arguments :
         {"translate --model ''", "translate --model=", "evaluate --data ''", "info ''",
          "train --corpus '' --output x", "average --output x ''"}) {
        const Outcome outcome = run(arguments, "Oui.\n");
        EXPECT_EQ(outcome.status, 2) << arguments;
        EXPECT_EQ(outcome.out, "") << arguments;
    }
    EXPECT_TRUE(contains(run("translate --model ''").err, "--model got nothing, expected FILE."));
}

TEST_F(Command, errorsStayOnOneLineWhateverTheyQuote) {
    for (const std::string &arguments :
         std::vector<std::string>{"translate \"--a\nb\x1B[31m\"", "info \"/no\nwhere\x1B[31m\"",
                                  "info '" + std::string(100000, 'x') + "'"}) {
        const std::string err = run(arguments).err;
        EXPECT_EQ(std::count(err.begin(), err.end(), '\n'), 1) << err;
        EXPECT_FALSE(contains(err, "\x1B")) << err;
        EXPECT_LT(err.size(), 4500U);
    }
}

TEST_F(Command, linesThatAreNoUtf8AreNamedAndTheRestGoesOn) {
    using namespace std::string_literals;
    const Outcome latin = run("translate " + tiny(), "Il pleut.\nL'\xe9t\xe9.\nMerci !\n");
    EXPECT_EQ(latin.status, 1);
    EXPECT_EQ(latin.out, translation("Il pleut.") + "\n\n" + translation("Merci !") + "\n");
    EXPECT_EQ(latin.err,
              "attention-model: line 2: The line is not valid UTF-8 (byte 3 is 0xE9).\n");
    const Outcome marked = run("translate " + tiny(), "\xFF\xFEO\0u\0i\0\n\0"s);
    EXPECT_EQ(marked.status, 1);
    EXPECT_TRUE(contains(marked.err, "line 1: The line is not valid UTF-8")) << marked.err;
    const Outcome unmarked = run("translate " + tiny(), "\0O\0u\0i\0\n"s);
    EXPECT_EQ(unmarked.status, 1);
    EXPECT_TRUE(contains(unmarked.err, "UTF-16")) << unmarked.err;
}

TEST_F(Command, linesOfAnySystemAreRead) {
    const std::string both = translation("Il pleut.") + "\n" + translation("Merci !") + "\n";
    for (const std::string input :
         {"Il pleut.\rMerci !\r", "Il pleut.\rMerci !", "\xEF\xBB\xBFIl pleut.\r\nMerci !\r\n"}) {
        const Outcome outcome = run("translate " + tiny(), input);
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        EXPECT_EQ(outcome.out, both) << input;
    }
    const std::string data = write("mac.tsv", "Il pleut.\tIt rains.\rMerci !\tThanks!\r");
    EXPECT_EQ(json::parse(run("evaluate --json " + tiny() + " --data " + data).out).at("sentences"),
              2);
}

TEST_F(Command, evaluateAndAlignSkipBadLinesOfAlignments) {
    const std::string links = write("links.tsv", "le chat\tthe cat\t0-0 1-1\nun\tone\t0-7\n");
    const std::string corpus = write("corpus.tsv", "le chat\tthe cat\nun\tone\n");
    for (const std::string &command : {"evaluate " + tiny() + " --json --alignment " + links,
                                       "align --json --corpus " + corpus + " --test " + links}) {
        const Outcome refused = run(command);
        EXPECT_EQ(refused.status, 1) << command;
        EXPECT_TRUE(contains(refused.err, "Line 2 of ")) << refused.err;
        const Outcome skipped = run(command + " --skip-bad-lines");
        EXPECT_EQ(skipped.status, 0) << skipped.err;
        EXPECT_TRUE(contains(skipped.err, "Line 2 of ") && contains(skipped.err, "skipped"))
            << skipped.err;
        const json got = json::parse(skipped.out);
        EXPECT_EQ((got.contains("sentences") ? got : got.at("alignment")).at("sentences"), 1);
    }
}

TEST_F(Command, aFullDiskIsTold) {
    if (!fs::exists("/dev/full")) {
        GTEST_SKIP() << "no /dev/full";
    }
    write("in", "Il pleut.\n");
    const std::string err = (folder_ / "err").string();
    const int status = std::system((std::string(ATTENTION_MODEL) + " translate " + tiny() + " <" +
                                    (folder_ / "in").string() + " >/dev/full 2>" + err)
                                       .c_str());
    EXPECT_EQ(WEXITSTATUS(status), 1);
    EXPECT_TRUE(contains(read(err), "standard output")) << read(err);
    const int info =
        std::system((std::string(ATTENTION_MODEL) + " info >/dev/full 2>" + err).c_str());
    EXPECT_EQ(WEXITSTATUS(info), 1) << "every command tells";
    EXPECT_TRUE(contains(read(err), "standard output")) << read(err);
    for (const std::string help : {"--help", "help", "translate --help"}) {
        const int code = std::system(
            (std::string(ATTENTION_MODEL) + " " + help + " >/dev/full 2>" + err).c_str());
        EXPECT_EQ(WEXITSTATUS(code), 1) << help;
        EXPECT_TRUE(contains(read(err), "standard output")) << read(err);
    }
}

}  // namespace
