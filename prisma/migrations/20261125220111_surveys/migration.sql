-- CreateEnum
CREATE TYPE "survey_state" AS ENUM ('draft', 'running', 'finished');

-- AlterTable
ALTER TABLE "survey" ADD COLUMN     "ends_on" DATE,
ADD COLUMN     "intro" TEXT,
ADD COLUMN     "intro_en" TEXT,
ADD COLUMN     "name_en" TEXT,
ADD COLUMN     "search" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "starts_on" DATE,
ADD COLUMN     "state" "survey_state" NOT NULL DEFAULT 'draft',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "questionnaire" ADD COLUMN     "answers" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "channel" TEXT,
ADD COLUMN     "code_hash" TEXT,
ADD COLUMN     "declined_on" DATE,
ADD COLUMN     "form_id" UUID,
ADD COLUMN     "taken_by" UUID;

-- CreateTable
CREATE TABLE "survey_form" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "questions" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "survey_form_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "survey_code" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "keywords" TEXT[],
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "survey_code_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "answer_code" (
    "street_id" UUID NOT NULL,
    "questionnaire_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "code_id" UUID NOT NULL,
    "coded_by" UUID NOT NULL,
    "coded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_code_pkey" PRIMARY KEY ("street_id","questionnaire_id","question","code_id")
);

-- What registers brought in becomes a finished campaign with questions, and its columns become answers.
UPDATE survey SET state = 'finished', name_en = 'Survey of needs', search = '需求问卷调查xqwjdcxuqiuwenjuandiaocha';
INSERT INTO survey_form (street_id, id, survey_id, number, questions)
SELECT street_id, gen_random_uuid(), id, 1, '[{"key":"wants","kind":"multiple","text":"最需要的服务","textEn":"Services needed most","required":false,"options":[{"code":"楼道保洁","label":"楼道保洁","labelEn":"Cleaning of stairwells"},{"code":"垃圾清运","label":"垃圾清运","labelEn":"Rubbish collection"},{"code":"管道疏通","label":"管道疏通","labelEn":"Unblocking of drains"},{"code":"水电急修","label":"水电急修","labelEn":"Urgent plumbing and wiring"},{"code":"夜间巡逻","label":"夜间巡逻","labelEn":"Patrols at night"},{"code":"停车管理","label":"停车管理","labelEn":"Parking"},{"code":"屋面防水","label":"屋面防水","labelEn":"Roof sealing"},{"code":"路灯维修","label":"路灯维修","labelEn":"Street lamps"},{"code":"绿化修剪","label":"绿化修剪","labelEn":"Greenery"},{"code":"充电设施","label":"充电设施","labelEn":"Charging points"},{"code":"电动车治理","label":"电动车治理","labelEn":"Order among e-bikes"},{"code":"宠物管理","label":"宠物管理","labelEn":"Pets"},{"code":"矛盾调解","label":"矛盾调解","labelEn":"Mediation"},{"code":"文体活动","label":"文体活动","labelEn":"Culture and sports"},{"code":"助老送餐","label":"助老送餐","labelEn":"Meals for the elderly"},{"code":"代办跑腿","label":"代办跑腿","labelEn":"Errands"}],"rows":[],"most":null,"min":null,"max":null,"showIf":null},{"key":"willingness","kind":"single","text":"愿意承担的物业费（元/㎡·月）","textEn":"Fee that the household would pay (yuan per square metre and month)","required":false,"options":[{"code":"不愿意","label":"不愿意","labelEn":"Not willing"},{"code":"0.1以下","label":"0.1以下","labelEn":"Under 0.1"},{"code":"0.1-0.2","label":"0.1-0.2","labelEn":"0.1–0.2"},{"code":"0.2-0.3","label":"0.2-0.3","labelEn":"0.2–0.3"},{"code":"0.3-0.5","label":"0.3-0.5","labelEn":"0.3–0.5"},{"code":"0.5以上","label":"0.5以上","labelEn":"Over 0.5"}],"rows":[],"most":null,"min":null,"max":null,"showIf":null},{"key":"satisfaction","kind":"scale","text":"当前满意度","textEn":"Satisfaction today","required":false,"options":[],"rows":[],"most":null,"min":1,"max":5,"showIf":null},{"key":"worst","kind":"single","text":"最突出的问题","textEn":"The worst problem","required":false,"options":[{"code":"楼道保洁","label":"楼道保洁","labelEn":"Cleaning of stairwells"},{"code":"垃圾清运","label":"垃圾清运","labelEn":"Rubbish collection"},{"code":"管道疏通","label":"管道疏通","labelEn":"Unblocking of drains"},{"code":"水电急修","label":"水电急修","labelEn":"Urgent plumbing and wiring"},{"code":"夜间巡逻","label":"夜间巡逻","labelEn":"Patrols at night"},{"code":"停车管理","label":"停车管理","labelEn":"Parking"},{"code":"屋面防水","label":"屋面防水","labelEn":"Roof sealing"},{"code":"路灯维修","label":"路灯维修","labelEn":"Street lamps"},{"code":"绿化修剪","label":"绿化修剪","labelEn":"Greenery"},{"code":"充电设施","label":"充电设施","labelEn":"Charging points"},{"code":"电动车治理","label":"电动车治理","labelEn":"Order among e-bikes"},{"code":"宠物管理","label":"宠物管理","labelEn":"Pets"},{"code":"矛盾调解","label":"矛盾调解","labelEn":"Mediation"},{"code":"文体活动","label":"文体活动","labelEn":"Culture and sports"},{"code":"助老送餐","label":"助老送餐","labelEn":"Meals for the elderly"},{"code":"代办跑腿","label":"代办跑腿","labelEn":"Errands"}],"rows":[],"most":null,"min":null,"max":null,"showIf":null},{"key":"remark","kind":"text","text":"其他意见","textEn":"Other remarks","required":false,"options":[],"rows":[],"most":null,"min":null,"max":null,"showIf":null}]' FROM survey;
UPDATE questionnaire q SET form_id = f.id,
  answers = jsonb_strip_nulls(jsonb_build_object('wants', CASE WHEN cardinality(q.wants) > 0 THEN to_jsonb(q.wants) END,
    'willingness', q.willingness, 'satisfaction', q.satisfaction, 'worst', q.worst_problem, 'remark', q.remark))
FROM survey_form f WHERE f.street_id = q.street_id AND f.survey_id = q.survey_id;
ALTER TABLE "questionnaire" ALTER COLUMN "form_id" SET NOT NULL,
DROP COLUMN "remark",
DROP COLUMN "satisfaction",
DROP COLUMN "wants",
DROP COLUMN "willingness",
DROP COLUMN "worst_problem";

-- CreateIndex
CREATE UNIQUE INDEX "survey_form_street_id_survey_id_number_key" ON "survey_form"("street_id", "survey_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "survey_code_street_id_name_key" ON "survey_code"("street_id", "name");

-- CreateIndex
CREATE INDEX "answer_code_street_id_code_id_idx" ON "answer_code"("street_id", "code_id");

-- CreateIndex
CREATE INDEX "survey_street_id_created_at_id_idx" ON "survey"("street_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "questionnaire_code_hash_idx" ON "questionnaire"("code_hash");

-- CreateIndex
CREATE INDEX "questionnaire_street_id_survey_id_building_id_idx" ON "questionnaire"("street_id", "survey_id", "building_id");

-- CreateIndex
CREATE UNIQUE INDEX "questionnaire_street_id_survey_id_household_id_key" ON "questionnaire"("street_id", "survey_id", "household_id");

-- CreateIndex
CREATE UNIQUE INDEX "questionnaire_street_id_code_hash_key" ON "questionnaire"("street_id", "code_hash");

-- AddForeignKey
ALTER TABLE "survey_form" ADD CONSTRAINT "survey_form_street_id_survey_id_fkey" FOREIGN KEY ("street_id", "survey_id") REFERENCES "survey"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questionnaire" ADD CONSTRAINT "questionnaire_street_id_form_id_fkey" FOREIGN KEY ("street_id", "form_id") REFERENCES "survey_form"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_code" ADD CONSTRAINT "survey_code_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_code" ADD CONSTRAINT "answer_code_street_id_questionnaire_id_fkey" FOREIGN KEY ("street_id", "questionnaire_id") REFERENCES "questionnaire"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_code" ADD CONSTRAINT "answer_code_street_id_code_id_fkey" FOREIGN KEY ("street_id", "code_id") REFERENCES "survey_code"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE questionnaire ADD CONSTRAINT questionnaire_answers CHECK (jsonb_typeof(answers) = 'object');
ALTER TABLE survey ADD CONSTRAINT survey_term CHECK (ends_on >= starts_on);

-- A door that is in no register answers once too; what registers brought in stands as it was written.
CREATE UNIQUE INDEX questionnaire_door ON questionnaire (street_id, survey_id, building_id, room) WHERE is_returned AND channel IS NOT NULL;

-- Questions that somebody has answered stay as they were asked.
CREATE FUNCTION keep_answered_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.questions IS DISTINCT FROM NEW.questions AND EXISTS (SELECT FROM questionnaire q
    WHERE q.street_id = OLD.street_id AND q.form_id = OLD.id AND q.answers <> '{}') THEN
    RAISE EXCEPTION 'The form has been answered' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_answered_form BEFORE UPDATE ON survey_form FOR EACH ROW EXECUTE FUNCTION keep_answered_form();
-- What the trigger asks.
CREATE INDEX questionnaire_form_answered ON questionnaire (street_id, form_id) WHERE answers <> '{}';
