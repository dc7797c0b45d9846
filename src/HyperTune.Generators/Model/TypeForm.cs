namespace HyperTune.Generators.Model;

/// <summary>The forms of types that can have a generated part, or contain one that has.</summary>
internal enum TypeForm
{
    Class,
    Record,
    Struct,
    RecordStruct,
    Interface,
}
