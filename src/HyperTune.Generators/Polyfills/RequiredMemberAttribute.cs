namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler emit required members for netstandard2.0.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = false, Inherited = false)]
internal sealed class RequiredMemberAttribute : Attribute;
