<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Scene</name>
    <message numerus="yes">
        <source>%n shapes</source>
        <translation>
            <numerusform>%n shape</numerusform>
            <numerusform>%n shapes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::AnimationDialog</name>
    <message numerus="yes">
        <source>%n frame(s), %1 seconds</source>
        <translation>
            <numerusform>%n frame, %1 seconds</numerusform>
            <numerusform>%n frames, %1 seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::EditsBar</name>
    <message numerus="yes">
        <source>What if: %1 (and %n edits before)</source>
        <translation>
            <numerusform>What if: %1 (and %n edit before)</numerusform>
            <numerusform>What if: %1 (and %n edits before)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::LengthPanel</name>
    <message numerus="yes">
        <source>%n sentences, each translated by both models and compared with a translation by a human being. Drop a file of your own pairs here: sentence, tab, translation on each line.</source>
        <translation>
            <numerusform>%n sentence, translated by both models and compared with a translation by a human being. Drop a file of your own pairs here: sentence, tab, translation on each line.</numerusform>
            <numerusform>%n sentences, each translated by both models and compared with a translation by a human being. Drop a file of your own pairs here: sentence, tab, translation on each line.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PagePanel</name>
    <message numerus="yes">
        <source>Translate as %n &amp;sentences</source>
        <translation>
            <numerusform>Translate as %n &amp;sentence</numerusform>
            <numerusform>Translate as %n &amp;sentences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::BeamCanvas</name>
    <message numerus="yes">
        <source>%n hypotheses were kept; the complete ones, best first, have their score.</source>
        <translation>
            <numerusform>%n hypothesis was kept; the translations, best first, have their score.</numerusform>
            <numerusform>%n hypotheses were kept; the translations, best first, have their score.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ComparisonPanel</name>
    <message numerus="yes">
        <source>%n pieces differ</source>
        <translation>
            <numerusform>%n piece differs</numerusform>
            <numerusform>%n pieces differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::HeatmapPanel</name>
    <message numerus="yes">
        <source>sum of %n pieces</source>
        <translation>
            <numerusform>sum of %n piece</numerusform>
            <numerusform>sum of %n pieces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n steps</source>
        <translation>
            <numerusform>mean of %n step</numerusform>
            <numerusform>mean of %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::Narration</name>
    <message numerus="yes">
        <source>It is row %1 of %2, with %n numbers, which training has found.</source>
        <translation>
            <numerusform>It is row %1 of %2, with %n number, which training has found.</numerusform>
            <numerusform>It is row %1 of %2, with %n numbers, which training has found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its score is %1; the scores of all %n pieces go from %2 to %1.</source>
        <translation>
            <numerusform>Its score is %1; the score of the %n piece goes from %2 to %1.</numerusform>
            <numerusform>Its score is %1; the scores of all %n pieces go from %2 to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Decoding was stopped after %n pieces, without having come to an end.</source>
        <translation>
            <numerusform>The translation was stopped after %n piece, without having come to an end.</numerusform>
            <numerusform>The translation was stopped after %n pieces, without having come to an end.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All is said: %n pieces, all made from one vector.</source>
        <translation>
            <numerusform>The translation is complete: %n piece, made from one vector.</numerusform>
            <numerusform>The translation is complete: %n pieces, all made from one vector.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The translation is complete: for each of its %n pieces, the decoder has looked at the sentence anew.</source>
        <translation>
            <numerusform>The translation is complete: for its %n piece, the decoder has looked at the sentence.</numerusform>
            <numerusform>The translation is complete: for each of its %n pieces, the decoder has looked at the sentence anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The threads show where: from the %n pieces of the source to the words.</source>
        <translation>
            <numerusform>The threads show where: from the %n piece of the sentence to the words.</numerusform>
            <numerusform>The threads show where: from the %n pieces of the sentence to the words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cell %1 of the picture is seen: convolutions have made %n numbers of what is in it and around it, and the vector of its place is added.</source>
        <translation>
            <numerusform>Cell %1 of the picture is seen: convolutions have made %n number of what is in it and around it, and the vector of its place is added.</numerusform>
            <numerusform>Cell %1 of the picture is seen: convolutions have made %n numbers of what is in it and around it, and the vector of its place is added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The caption is complete: for each of its %n pieces, the decoder has looked at the picture anew.</source>
        <translation>
            <numerusform>The caption is complete: for its %n piece, the decoder has looked at the picture.</numerusform>
            <numerusform>The caption is complete: for each of its %n pieces, the decoder has looked at the picture anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The threads show where: from the %n cells of the picture to the words.</source>
        <translation>
            <numerusform>The threads show where: from the %n cell of the picture to the words.</numerusform>
            <numerusform>The threads show where: from the %n cells of the picture to the words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The summary is complete: for each of its %n pieces, the decoder has looked at the text anew.</source>
        <translation>
            <numerusform>The summary is complete: for its %n piece, the decoder has looked at the text.</numerusform>
            <numerusform>The summary is complete: for each of its %n pieces, the decoder has looked at the text anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The reply is complete: for each of its %n pieces, the decoder has looked at what was said anew.</source>
        <translation>
            <numerusform>The reply is complete: for its %n piece, the decoder has looked at what was said.</numerusform>
            <numerusform>The reply is complete: for each of its %n pieces, the decoder has looked at what was said anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All is said: for each of the %n pieces, the decoder has looked at the source anew.</source>
        <translation>
            <numerusform>All is said: for the %n piece, the decoder has looked at the source.</numerusform>
            <numerusform>All is said: for each of the %n pieces, the decoder has looked at the source anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces are others than in %1; the log-probability of all is %2, and %3 there.</source>
        <translation>
            <numerusform>%n piece is another than in %1; the log-probability of all is %2, and %3 there.</numerusform>
            <numerusform>%n pieces are others than in %1; the log-probability of all is %2, and %3 there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::StatesPanel</name>
    <message numerus="yes">
        <source>%n units</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::UnrolledView</name>
    <message numerus="yes">
        <source>%n units, ±%1</source>
        <translation>
            <numerusform>%n unit, ±%1</numerusform>
            <numerusform>%n units, ±%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n units</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::WordOffers</name>
    <message numerus="yes">
        <source>“%1” is no word of the vocabulary; it takes %n pieces, bytes among them, one step each.</source>
        <translation>
            <numerusform>“%1” is no word of the vocabulary; it takes %n piece, a byte, one step.</numerusform>
            <numerusform>“%1” is no word of the vocabulary; it takes %n pieces, bytes among them, one step each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is no word of the vocabulary; it takes %n pieces, one step each.</source>
        <translation>
            <numerusform>“%1” is no word of the vocabulary; it takes %n piece, one step.</numerusform>
            <numerusform>“%1” is no word of the vocabulary; it takes %n pieces, one step each.</numerusform>
        </translation>
    </message>
</context>
</TS>
