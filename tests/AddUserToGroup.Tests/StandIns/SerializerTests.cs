using System.Text;
using System.Text.Json;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace AddUserToGroup.Tests.StandIns;

public sealed class SerializerTests
{
    [Fact]
    public void Makes_options_of_its_own_whatever_the_context_says()
    {
        var json = Serialize(new SourceGeneratorLambdaJsonSerializer<SampleContext>(), new Sample("Ann <ü>", null));

        Assert.Equal("""{"Name":"Ann <ü>"}""", json);
    }

    [Fact]
    public void Takes_a_name_in_any_case_and_a_missing_one_for_null()
    {
        var serializer = new SourceGeneratorLambdaJsonSerializer<SampleContext>();

        Assert.Equal("Ann", Deserialize<Sample>(serializer, """{"nAME":"Ann","more":1}""").Name);
        Assert.Null(Deserialize<Sample>(serializer, "{}").Name);
    }

    [Fact]
    public void Takes_the_options_that_a_subclass_passes()
    {
        var json = Serialize(new ContextsOwnOptions(), new Sample("Ann <ü>", null));

        Assert.Equal("""{"name":"Ann <ü>","nick":null}""", json);
    }

    [Fact]
    public void Refuses_what_is_not_in_the_context()
    {
        var serializer = new SourceGeneratorLambdaJsonSerializer<SampleContext>();

        var exception = Assert.Throws<JsonSerializerException>(() => Serialize(serializer, new Uri("http://x/")));
        Assert.IsType<JsonSerializerException>(exception.InnerException);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"Name\":1}")]
    [InlineData("\uFEFF{}")]
    public void Refuses_what_is_not_the_types_JSON(string json)
    {
        var serializer = new SourceGeneratorLambdaJsonSerializer<SampleContext>();

        var exception = Assert.Throws<JsonSerializerException>(() => Deserialize<Sample>(serializer, json));
        Assert.IsType<JsonException>(exception.InnerException, exactMatch: false);
    }

    private static string Serialize<T>(SourceGeneratorLambdaJsonSerializer<SampleContext> serializer, T value)
    {
        using var stream = new MemoryStream();
        serializer.Serialize(value, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static T Deserialize<T>(SourceGeneratorLambdaJsonSerializer<SampleContext> serializer, string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return serializer.Deserialize<T>(stream);
    }

    private sealed class ContextsOwnOptions : SourceGeneratorLambdaJsonSerializer<SampleContext>
    {
        protected override JsonSerializerOptions CreateDefaultJsonSerializationOptions() =>
            new(SampleContext.Default.Options);
    }
}
