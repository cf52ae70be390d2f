// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/augmentation/addresses.h"

#include <gtest/gtest.h>

#include <functional>

#include "tests/model/training/sentences.h"

namespace {

using namespace model::training;
using model::Random;

/// What is invented with the numbers that follow from 0, 1, …, one behind the other.
std::string invented(const std::function<std::string(Random &)> &invent) {
    constexpr std::uint64_t draws = 12;
    std::string all;
    for (std::uint64_t seed = 0; seed < draws; ++seed) {
        Random random{seed};
        all.append(seed > 0 ? " | " : "").append(invent(random));
    }
    return all;
}

// A run of training can be repeated with another compiler only if none of them decides in which
// order random numbers are drawn: these texts have to be the same everywhere.
TEST(Addresses, areTheSameWhateverCompilesThem) {
    const Names names(tests::tinyCorpus());
    const auto named = [&names](std::string (*invent)(const Names &, Random &)) {
        return invented([&names, invent](Random &random) { return invent(names, random); });
    };
    EXPECT_EQ(invented(inventPhone),
              "03.81.45.32.52 | 0505374172 | 01 74 59 47 00 | 017-5748 | 07 31 43 51 07 | "
              "+1 463 087 5689 | +33 2 64 39 50 23 | 05 98 34 71 00 | 04 87 22 18 24 | "
              "01 88 71 97 65 | 02.64.47.64.91 | 03.22.96.69.12");
    EXPECT_EQ(invented(inventCode),
              "F-814 | AB-537-KD | UK5947 | L-017 | KD4J51 | L63 | Q43 | 9834710 | Z-872 | VX7197 "
              "| R4 | D-229");
    EXPECT_EQ(invented(inventLetters),
              "hohohohoho | haha | uuuuuuuuu | blabla | wtrywqi | llllll | qqqqq | kfgjsaafkgl | "
              "tatatatata | vvvvvvvv | rrr | hohoho");
    EXPECT_EQ(named(inventMail),
              "change.voir71@gmail.com | change07@nois-mante.eu | velo@change.ca | "
              "change@mail.com | mante.change@sport-voir.ca | musee-voir@mail.com | "
              "photo@voir-mante.org | nois@voir.net | voirchange@mante.io | sport@livre.ca | "
              "support@mante.ca | mante_mante7571@outlook.fr");
    EXPECT_EQ(named(inventLink),
              "https://www.gmail.com | http://gmail.com/mante?voir=19898 | "
              "https://change.ca/change/voir | http://contact.be/nois/voir.php | "
              "www.change-support.fr/mante | https://www.voir-voir.org/voir/change.php | "
              "https://voir-mante.org/change.pdf?mante=77743 | www.change-voir.ch | "
              "http://change.net | https://nois.fr | https://example.com | https://www.yahoo.fr");
    EXPECT_EQ(named(inventTag),
              "@livre_45 | @info | @voir | @nois | #change | @voir | @voir_37 | #change | @change "
              "| @nois_84 | @news | @blog_96");
}

}  // namespace
