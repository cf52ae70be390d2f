<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <message numerus="yes">
        <source>The encoder reads the %n pieces of the sentence.</source>
        <translation>
            <numerusform>The encoder reads the %n piece of the sentence.</numerusform>
            <numerusform>The encoder reads the %n pieces of the sentence.</numerusform>
        </translation>
    </message>
</context>
</TS>
