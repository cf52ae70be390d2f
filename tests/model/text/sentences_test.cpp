// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/sentences.h"

#include <gtest/gtest.h>

namespace {

using Strings = std::vector<std::string>;

Strings sentencesOf(const std::string &text) {
    Strings sentences;
    int last = 0;
    for (const model::Range range : model::splitSentences(text)) {
        EXPECT_LE(last, range.begin) << "in order, without overlap";
        EXPECT_LT(range.begin, range.end);
        last = range.end;
        sentences.push_back(text.substr(static_cast<std::size_t>(range.begin),
                                        static_cast<std::size_t>(range.end - range.begin)));
    }
    return sentences;
}

/// That sentences are found again where they stand one after the other.
void expectFound(const Strings &sentences, const std::string &between = " ") {
    std::string text;
    for (const std::string &sentence : sentences)
        text += (text.empty() ? "" : between) + sentence;
    EXPECT_EQ(sentencesOf(text), sentences);
}

TEST(Sentences, endWithTheirMarks) {
    expectFound({"Il pleut.", "Tu restes ?", "Oui !", "Quoi ?!", "Bon, 12 %.", "Et toi"});
    expectFound({"Il pleut.", "Tu restes\u00A0?", "Oui\u202F!", "Ça ? !", "Bon."});
    EXPECT_EQ(sentencesOf("  Il pleut. \t Oui. "), (Strings{"Il pleut.", "Oui."}));
}

TEST(Sentences, areAsManyAsThereAreWhereNothingEndsThem) {
    EXPECT_EQ(sentencesOf("le chat dort"), Strings{"le chat dort"});
    for (const std::string nothing : {"", " \n\t", "...", "* * *\n\n—", "?!"})
        EXPECT_EQ(sentencesOf(nothing), Strings{}) << nothing;
}

TEST(Sentences, goOnAfterAbbreviations) {
    expectFound({"M. Dupont a vu Mme Petit et le Dr. Roux.", "MM. Roux et Petit dorment."});
    expectFound({"Des fruits, p. ex. Des pommes.", "Voir p. 12 et chap. 3.", "Cf. Hugo."});
    expectFound({"En 52 av. J.-C. César gagna.", "Il vit (cf. Pline) tout."});
    expectFound({"J. Dupont, J.-P. Martin et Charles A. Smith.", "Le 3 janv. 2020."});
    expectFound({"Des chats, des chiens, etc.", "Il y en a."});
    expectFound({"Il y va.", "Vas-y.", "Il y en a sept.", "Puis rien."});
}

TEST(Sentences, goOnAfterDotsWithinNumbersAndNames) {
    expectFound({"Cela fait 3.14 euros, ou 1.000 pas.", "Voir www.exemple.fr/a.html ou a.b@c.fr."});
    expectFound({"1. Ouvrez la porte.", "2. Entrez.", "C'était en 1990.", "Il a ri."});
}

TEST(Sentences, goOnInLowerCase) {
    expectFound({"Euh... je ne sais pas…", "Enfin...", "Si."});
    expectFound({"« Où est-il ? » demanda-t-elle.", "Il rit (ah ! ah !) et partit."});
}

TEST(Sentences, takeTheQuotesAndBracketsThatClose) {
    expectFound({"Il dit : « Il pleut.", "Je reste. »", "Puis il partit."});
    expectFound({"« Il pleut.\u00A0»", "\"Je reste.\"", "“Bon !”", "(Il rit.)", "[Fin.]"});
    expectFound({"— Où ?", "— Là.", "- Ah !"});
}

TEST(Sentences, endWithTheirParagraphs) {
    expectFound({"Chapitre premier", "Le chat dort.", "Il pleut"}, "\n");
    expectFound({"Chapitre premier", "le chat dort", "il pleut"}, "\n\n");
    expectFound({"Chapitre premier", "le chat dort", "il pleut"}, "\r\n \r\n");
    expectFound({"Un titre", "Un autre"}, "\r\n");
    expectFound({"Un titre", "Un autre"}, "\u2028");
    expectFound({"Il faut :", "- du lait", "- du pain"}, "\n");
    EXPECT_EQ(sentencesOf("Il pleut.\nje reste."), (Strings{"Il pleut.", "je reste."}));
}

TEST(Sentences, goOnOverTheEndsOfWrappedLines) {
    const std::string wrapped =
        "Le chat noir de la voisine dort depuis ce matin sur le toit de\n"
        "Paul, qui ne le voit pas,\nMarie non plus ; et le chien\ndort aussi.";
    expectFound({wrapped, "Voilà."});
    expectFound({"J'ai vu M.\nDupont.", "Oui."});
}

TEST(Sentences, ofOtherScriptsAreFoundByTheSameMarks) {
    expectFound({"ذهب الولد.", "عاد الولد!", "Конец.", "Да."});
}

TEST(Sentences, areFoundInHostileText) {
    EXPECT_EQ(sentencesOf("\xFF\xC3. Oui."), Strings{"Oui."});
    std::string marks;
    for (int i = 0; i < 50000; ++i)
        marks += i % 3 == 0 ? ". " : i % 3 == 1 ? "a" : "»\n";
    EXPECT_GT(sentencesOf(marks).size(), 1U);
}

}  // namespace
