// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/numerics/random.h"
#include "model/training/augmentation/french_words.h"
#include "model/training/corpus.h"

// Data augmentation with French as it is said and typed in conversation, made from French as it is
// written: a corpus of translations has little of it, but users who try a translator type hardly
// anything else. The changes are known from grammars of spoken French: "ne" is left out, questions
// keep the order of statements, "tu" and "il y a" are shortened (Gadet 1992, "Le français
// populaire"; Coveney 2002, "Variability in spoken French").
namespace model::training {

/// A normalised French sentence as it might be said or typed; random draws decide what changes.
/// Nothing if nothing does.
std::optional<std::string> colloquial(std::string_view sentence, Random random);

/// A pair (with its first reference) that begins with an interjection or ends with a courtesy in
/// both languages: "Salut, …" and "Hi, …". Nothing where its first words may not lose their capital
/// letter.
std::optional<SentencePair> addressed(const SentencePair &pair, Random random);

// The rules one by one; each returns whether it changed anything.

/// "Je ne sais pas" → "Je sais pas", "Ce n'est rien" → "C'est rien".
bool dropNe(Words &words);
/// "Il y a" → "Y a".
bool shortenIlYA(Words &words);
/// "tu as" → "t'as".
bool elideTu(Words &words);
/// "Comment vas-tu ?" → "Comment tu vas ?", "Que fais-tu ?" → "Tu fais quoi ?", "Où est-il ?" → "Il
/// est où ?", "Tom est-il là ?" → "Tom est là ?".
bool undoInversion(Words &words, Random &random);
/// "Est-ce que tu viens ?" → "Tu viens ?", "Qu'est-ce que tu fais ?" → "Tu fais quoi ?".
bool dropEstCeQue(Words &words);
/// "beaucoup" → "bcp", "s'il te plaît" → "stp", each with this probability.
bool abbreviate(Words &words, double probability, Random &random);

}  // namespace model::training
