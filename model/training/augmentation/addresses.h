// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/numerics/random.h"
#include "model/training/augmentation/names.h"

// What is no word and has to be copied sign by sign, invented.
namespace model::training {

/// "jean.dupont@exemple.fr"
std::string inventMail(const Names &names, Random &random);
/// "https://www.exemple.fr/page", with and without what is before and after the middle.
std::string inventLink(const Names &names, Random &random);
/// "@exemple" or "#Exemple".
std::string inventTag(const Names &names, Random &random);
/// "06 12 34 56 78" and other ways of writing a telephone number.
std::string inventPhone(Random &random);
/// "AF1234", "B-204", "75011": of a flight, a room, a parcel.
std::string inventCode(Random &random);
/// One to four emoji, some of them made of several characters.
std::string inventEmoji(Random &random);
/// One to four words of another alphabet: letters by chance.
std::string inventForeign(Random &random);
/// A run of letters that is no word: "qsdfgh", "aaaa", "hahaha".
std::string inventLetters(Random &random);

}  // namespace model::training
